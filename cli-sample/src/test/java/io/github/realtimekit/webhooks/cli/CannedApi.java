package io.github.realtimekit.webhooks.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API with answers made before, which keeps what it was asked. */
final class CannedApi implements AutoCloseable {
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Answer> answers;

  /** What goes back over the wire. */
  record Answer(int status, Map<String, String> headers, String body) {}

  private CannedApi(HttpServer server, List<Answer> answers) {
    this.server = server;
    this.answers = answers;
  }

  static CannedApi answering(int status, Map<String, String> headers, String body)
      throws IOException {
    return answering(new Answer(status, headers, body));
  }

  /** One answer after the other, the last one again and again. */
  static CannedApi answering(Answer... answers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    CannedApi api = new CannedApi(server, List.of(answers));
    server.createContext("/", api::answer);
    server.start();
    return api;
  }

  Cli cli() {
    return Cli.to("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Method and path of each, in the order they came in. */
  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Answer answer = answers.get(Math.min(requests.size(), answers.size() - 1));
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

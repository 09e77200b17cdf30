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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** A server with prepared responses, which records the requests. */
final class CannedApi implements AutoCloseable {
  private final HttpServer server;
  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private final Semaphore received = new Semaphore(0);
  private final CountDownLatch released = new CountDownLatch(1);
  private final int firstHeld;
  private final List<Reply> replies;

  /** A response to send. */
  record Reply(int status, Map<String, String> headers, String body) {}

  /** A request that came. */
  record Received(String method, String target, Map<String, List<String>> headers, String body) {}

  private CannedApi(HttpServer server, int firstHeld, List<Reply> replies) {
    this.server = server;
    this.firstHeld = firstHeld;
    this.replies = replies;
  }

  static CannedApi replying(int status, Map<String, String> headers, String body)
      throws IOException {
    return replying(new Reply(status, headers, body));
  }

  /** Sends one response after the other, and the last one from then on. */
  static CannedApi replying(Reply... replies) throws IOException {
    return start(Integer.MAX_VALUE, replies);
  }

  /** Keeps responses back until {@link #release}. */
  static CannedApi holding(Reply... replies) throws IOException {
    return start(0, replies);
  }

  /** Sends one response after the other, but keeps the last one back until {@link #release}. */
  static CannedApi holdingLast(Reply... replies) throws IOException {
    return start(replies.length - 1, replies);
  }

  private static CannedApi start(int firstHeld, Reply... replies) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    CannedApi api = new CannedApi(server, firstHeld, List.of(replies));
    server.createContext("/", api::reply);
    server.start();
    return api;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Cli cli() {
    return Cli.to(url());
  }

  /** Returns the requests in the order in which they came. */
  List<Received> requests() {
    return requests;
  }

  /** Waits until one more request came. */
  void awaitRequest() throws InterruptedException {
    received.acquire();
  }

  /** Sends the responses from now on. */
  void release() {
    released.countDown();
  }

  private void reply(HttpExchange exchange) throws IOException {
    int number = requests.size();
    Reply reply = replies.get(Math.min(number, replies.size() - 1));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body));
    received.release();
    try {
      if (number >= firstHeld) {
        released.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }
}

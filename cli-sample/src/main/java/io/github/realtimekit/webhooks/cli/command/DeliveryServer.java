package io.github.realtimekit.webhooks.cli.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.cli.output.DeliveryPrinter;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Receives deliveries on loopback, verifies them, and forwards them if asked to. */
final class DeliveryServer implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int BAD_GATEWAY = 502;

  /** Headers that belong to a connection, or that OkHttp sets for the new request. */
  private static final Set<String> OF_CONNECTION =
      Set.of("host", "connection", "content-length", "transfer-encoding", "accept-encoding");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Semaphore handled = new Semaphore(0);
  private final WebhookReceiver receiver;
  private final @Nullable URI forwardTo;
  private final DeliveryPrinter printer;
  private final OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();

  private DeliveryServer(
      HttpServer server,
      WebhookReceiver receiver,
      @Nullable URI forwardTo,
      DeliveryPrinter printer) {
    this.server = server;
    this.receiver = receiver;
    this.forwardTo = forwardTo;
    this.printer = printer;
  }

  static DeliveryServer start(
      int port, WebhookReceiver receiver, @Nullable URI forwardTo, DeliveryPrinter printer)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    DeliveryServer started = new DeliveryServer(server, receiver, forwardTo, printer);
    server.createContext("/", started::handle);
    server.setExecutor(started.threads);
    server.start();
    return started;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits for so many deliveries; for ever if it is 0. */
  void await(int count) throws InterruptedException {
    handled.acquire(count == 0 ? Integer.MAX_VALUE : count);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      Delivery delivery =
          receiver.receive(exchange.getRequestBody(), exchange.getRequestHeaders()::getFirst);
      int status = 200;
      if (forwardTo != null) {
        status = forward(delivery, exchange.getRequestHeaders());
      }
      respond(exchange, status);
      printer.verified(delivery, forwardTo == null ? null : status);
    } catch (DeliveryException e) {
      respond(exchange, e.httpStatus());
      printer.refused(exchange.getRequestHeaders().getFirst("rtk-uuid"), e);
    } finally {
      exchange.close();
      handled.release();
    }
  }

  private static void respond(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  private int forward(Delivery delivery, Map<String, List<String>> headers) {
    Request.Builder request = new Request.Builder().url(String.valueOf(forwardTo));
    headers.forEach(
        (name, values) -> {
          if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.addHeader(name, value));
          }
        });
    request.post(RequestBody.create(delivery.body(), (MediaType) null));
    try (Response response = http.newCall(request.build()).execute()) {
      return response.code();
    } catch (IOException unreachable) {
      // A 5xx makes the sender try again, which is what an unreachable target needs.
      return BAD_GATEWAY;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

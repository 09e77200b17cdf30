package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A service with a webhook, and the server of the public key, on loopback. The service responds
 * with what a {@link DeliveryException} says.
 */
final class ReceivingServer implements AutoCloseable {
  final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  final List<DeliveryException> failures = new CopyOnWriteArrayList<>();
  final AtomicInteger keyRequests = new AtomicInteger();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newBuilder().executor(threads).build();

  ReceivingServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.start();
  }

  /** Serves the webhook. */
  ReceivingServer receive(WebhookReceiver receiver) {
    server.createContext("/hooks", exchange -> receive(receiver, exchange));
    return this;
  }

  private void receive(WebhookReceiver receiver, HttpExchange exchange) throws IOException {
    int status = 500;
    try {
      deliveries.add(
          receiver.receive(exchange.getRequestBody(), exchange.getRequestHeaders()::getFirst));
      status = 204;
    } catch (DeliveryException e) {
      failures.add(e);
      status = e.httpStatus();
    } finally {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }
  }

  /** Serves the webhook by an endpoint. */
  ReceivingServer receive(WebhookEndpoint endpoint) {
    server.createContext(
        "/hooks",
        exchange -> {
          int status =
              endpoint.receive(exchange.getRequestBody(), exchange.getRequestHeaders()::getFirst);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    return this;
  }

  /** Serves the key that the function returns for each request, counted from 1. */
  ReceivingServer serveKey(IntFunction<String> pem) {
    String body = "{\"success\":true,\"data\":{\"publicKey\":\"%s\"},\"message\":\"\"}";
    return serveKeyBody(200, request -> body.formatted(pem.apply(request).replace("\n", "\\n")));
  }

  /** Serves any body in place of the key. */
  ReceivingServer serveKeyBody(int status, IntFunction<String> body) {
    server.createContext(
        "/.well-known/webhooks.json",
        exchange -> {
          byte[] bytes = body.apply(keyRequests.incrementAndGet()).getBytes(UTF_8);
          exchange.getResponseHeaders().set("Location", url("/elsewhere").toString());
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    return this;
  }

  void stopServingKey() {
    server.removeContext("/.well-known/webhooks.json");
  }

  String keyUrl() {
    return url("/.well-known/webhooks.json").toString();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Delivers a body, and returns the status code of the response. */
  int deliver(byte[] body, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url("/hooks")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

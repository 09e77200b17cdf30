package io.github.realtimekit.webhooks.cli.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Receives deliveries on loopback, verifies them, and forwards them if asked to. */
final class DeliveryServer implements AutoCloseable {
  /** One byte more than the receiver accepts, so that it can say that a body is too large. */
  private static final int MAX_BODY = (1 << 20) + 1;

  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  // A thread for each request: a sender that never ends its request blocks no other.
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore verified = new Semaphore(0);
  private final WebhookReceiver receiver;
  private final @Nullable Forwarder forwarder;
  private final DeliveryLog log;

  private DeliveryServer(
      HttpServer server, WebhookReceiver receiver, @Nullable Forwarder forwarder, DeliveryLog log) {
    this.server = server;
    this.receiver = receiver;
    this.forwarder = forwarder;
    this.log = log;
  }

  static DeliveryServer start(
      int port, WebhookReceiver receiver, @Nullable Forwarder forwarder, DeliveryLog log)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    DeliveryServer started = new DeliveryServer(server, receiver, forwarder, log);
    server.createContext("/", started::handle);
    server.setExecutor(started.threads);
    server.start();
    return started;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Waits for verified deliveries.
   *
   * @param count how many; no end if it is 0
   * @param seconds how long; no limit if it is 0
   * @return how many are missing when the time is over
   */
  int await(int count, int seconds) throws InterruptedException {
    int wanted = count == 0 ? Integer.MAX_VALUE : count;
    if (seconds == 0) {
      verified.acquire(wanted);
    } else if (!verified.tryAcquire(wanted, seconds, TimeUnit.SECONDS)) {
      return count == 0 ? 0 : count - verified.availablePermits();
    }
    return 0;
  }

  private void handle(HttpExchange exchange) throws IOException {
    boolean accepted = false;
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
        return;
      }
      StoredDelivery stored = read(exchange);
      try {
        Delivery delivery = receiver.receive(stored.body().toByteArray(), stored::header);
        Forwarder.@Nullable Result forwarded = forwarder == null ? null : forwarder.send(stored);
        log.verified(stored, delivery, forwarded);
        exchange.sendResponseHeaders(forwarded == null ? NO_CONTENT : forwarded.status(), -1);
        accepted = true;
      } catch (DeliveryException e) {
        log.refused(stored, e);
        exchange.sendResponseHeaders(e.httpStatus(), -1);
      }
    }
    if (accepted) {
      verified.release();
    }
  }

  private static StoredDelivery read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, asSent(String.join(", ", values))));
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
    return new StoredDelivery(headers, ByteString.of(body));
  }

  /** Senders write UTF-8, if anything but ASCII, and the JDK's server reads it as ISO 8859-1. */
  private static String asSent(String value) {
    try {
      byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return value;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

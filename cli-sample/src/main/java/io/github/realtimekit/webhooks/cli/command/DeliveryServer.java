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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger verified = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final int count;
  private final WebhookReceiver receiver;
  private final @Nullable Forwarder forwarder;
  private final DeliveryLog log;

  private DeliveryServer(
      HttpServer server,
      int count,
      WebhookReceiver receiver,
      @Nullable Forwarder forwarder,
      DeliveryLog log) {
    this.server = server;
    this.count = count;
    this.receiver = receiver;
    this.forwarder = forwarder;
    this.log = log;
  }

  /**
   * Starts a server.
   *
   * @param count how many verified deliveries to wait for; no end if it is 0
   */
  static DeliveryServer start(
      int port, int count, WebhookReceiver receiver, @Nullable Forwarder forwarder, DeliveryLog log)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    DeliveryServer started = new DeliveryServer(server, count, receiver, forwarder, log);
    server.createContext("/", started::handle);
    server.setExecutor(started.threads);
    server.start();
    return started;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Waits for verified deliveries, as long as lines can be printed.
   *
   * @param seconds how long; no limit if it is 0
   * @return how many are missing when the time is over
   */
  int await(int seconds) throws InterruptedException {
    boolean inTime = true;
    if (seconds == 0) {
      ended.await();
    } else {
      inTime = ended.await(seconds, TimeUnit.SECONDS);
    }
    return inTime ? 0 : Math.max(0, count - verified.get());
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
    if ((accepted && verified.incrementAndGet() == count) || log.isBroken()) {
      ended.countDown();
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

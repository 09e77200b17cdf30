package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.sandbox.Receiver.Post;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeated deliveries, timeouts and waits, and the key endpoint. */
class DeliveryTimesTest extends SandboxTest {
  @ParameterizedTest
  @ValueSource(strings = {"meeting.ended", "meeting.chatSynced"})
  void repeatedDeliveriesDiffer(String event) throws Exception {
    try (Receiver receiver = new Receiver()) {
      SandboxApp app = sandbox.app("account", "app");
      app.addWebhook("one", receiver.url("/hooks"));
      app.deliver(event);
      app.clear();
      app.addWebhook("one", receiver.url("/hooks"));
      app.deliver(event);

      List<String> bodies = receiver.posts().stream().map(Post::body).toList();
      assertThat(bodies.get(0)).contains("\"createdAt\":\"2026-03-02T09:00:00.000Z\"");
      assertThat(bodies.get(1)).isEqualTo(bodies.get(0).replace("09:00:00.000Z", "09:00:00.001Z"));
    }
  }

  @Test
  void repeatedDeliveriesAreEqualIfTheTimeIsGiven() throws Exception {
    try (Receiver receiver = new Receiver()) {
      SandboxApp app = sandbox.app("account", "app");
      app.addWebhook("one", receiver.url("/hooks"));
      EventDelivery delivery =
          EventDelivery.of("meeting.ended")
              .fields("{\"meeting\":{\"createdAt\":\"2026-01-01T00:00:00.000Z\"}}");
      app.deliver(delivery);
      app.deliver(delivery);

      assertThat(receiver.posts()).extracting(Post::body).hasSize(2);
      assertThat(receiver.posts().get(1).body()).isEqualTo(receiver.posts().get(0).body());
    }
  }

  @Test
  void responseWithoutEndIsNoResponse() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (Sandbox hasty = Sandbox.builder().deliveryTimeout(Duration.ofMillis(200)).start();
        Slow slow =
            new Slow(
                exchange -> {
                  exchange.sendResponseHeaders(200, 2);
                  exchange.getResponseBody().write('{');
                  exchange.getResponseBody().flush();
                  done.await(60, TimeUnit.SECONDS);
                })) {
      SandboxApp app = hasty.app("account", "app");
      app.addWebhook("one", slow.url());

      List<DeliveryAttempt> attempts = app.deliver("meeting.ended");

      assertThat(attempts).hasSize(1 + Deliveries.RETRIES);
      assertThat(attempts).extracting(DeliveryAttempt::status).containsOnly(0);
      assertThat(attempts.get(0).error()).endsWith("no whole response within 200 ms");
    } finally {
      done.countDown();
    }
  }

  /** Two seconds are below the documented three, seven are above. */
  @Test
  void waitsThreeSecondsForAResponse() throws Exception {
    Queue<Integer> seconds = new ConcurrentLinkedQueue<>(List.of(7, 2));
    try (Slow slow =
        new Slow(
            exchange -> {
              Thread.sleep(seconds.remove() * 1000L);
              exchange.sendResponseHeaders(204, -1);
            })) {
      SandboxApp app = sandbox.app("account", "app");
      app.addWebhook("one", slow.url());
      long start = System.nanoTime();

      assertThat(app.deliver("meeting.ended"))
          .extracting(DeliveryAttempt::status)
          .containsExactly(0, 204);
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(5_000_000_000L);
      assertThat(app.deliveryAttempts().get(0).error()).endsWith("within 3000 ms");
    }
  }

  @Test
  void eachWaitBeforeARetryIsTwiceAsLong() throws Exception {
    List<Long> times = new CopyOnWriteArrayList<>();
    try (Slow failing =
        new Slow(
            exchange -> {
              times.add(System.nanoTime());
              exchange.sendResponseHeaders(500, -1);
            })) {
      SandboxApp app = sandbox.app("account", "app");
      app.addWebhook("one", failing.url());

      app.deliver("meeting.ended");
    }

    assertThat(times).hasSize(1 + Deliveries.RETRIES);
    for (int i = 0; i < Deliveries.RETRIES; i++) {
      assertThat(Duration.ofNanos(times.get(i + 1) - times.get(i)))
          .as("wait %d", i)
          .isGreaterThan(Duration.ofMillis((50L << i) - 2));
    }
  }

  @Test
  void slowDeliveryTakesASecondAtLeast() throws Exception {
    try (Receiver receiver = new Receiver()) {
      SandboxApp app = sandbox.app("account", "app");
      app.addWebhook("one", receiver.url("/hooks"));
      long start = System.nanoTime();

      app.deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.SLOW));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
      assertThat(receiver.posts()).hasSize(1);
    }
  }

  /** A webhook's server with a thread for each request. */
  private static final class Slow implements AutoCloseable {
    interface Handler {
      void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    Slow(Handler handler) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.getRequestBody().readAllBytes();
              handler.handle(exchange);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  @Test
  void keyEndpointCanBeDown() {
    sandbox.keyEndpointDown(true);
    assertThat(key().status()).isEqualTo(503);

    sandbox.keyEndpointDown(false);
    assertThat(key().status()).isEqualTo(200);
  }

  @Test
  void keyEndpointCanBeDownOverHttp() {
    assertThat(keyEndpoint("{\"down\":true}").status()).isEqualTo(200);
    assertThat(key().status()).isEqualTo(503);

    assertThat(keyEndpoint("{\"down\":\"no\"}").status()).isEqualTo(400);
    assertThat(key().status()).isEqualTo(503);

    assertThat(keyEndpoint("{\"down\":false}").status()).isEqualTo(200);
    assertThat(key().status()).isEqualTo(200);
  }

  private Reply key() {
    return atRoot().send("GET", "/.well-known/webhooks.json", null);
  }

  private Reply keyEndpoint(String body) {
    return atRoot().send("POST", "/sandbox/key-endpoint", body);
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.sandbox.Receiver.Post;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeated deliveries, responses without end, and the key endpoint. */
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

  /** The body ends only when all attempts have given up, or after ten seconds each. */
  @Test
  void responseWithoutEndIsNoResponse() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            done.await(10, TimeUnit.SECONDS);
            exchange.getResponseBody().write('}');
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    try {
      SandboxApp app = sandbox.app("account", "app");
      app.addWebhook("one", "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks");

      DeliveryAttempt first = app.deliver("meeting.ended").get(0);

      assertThat(first.status()).isZero();
      assertThat(first.error()).contains("HttpTimeoutException");
    } finally {
      done.countDown();
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
    return root().send("GET", "/.well-known/webhooks.json", null);
  }

  private Reply keyEndpoint(String body) {
    return root().send("POST", "/sandbox/key-endpoint", body);
  }

  private Wire root() {
    return Wire.to(URI.create(sandbox.baseUrl().toString().replace("/client/v4", "")));
  }
}

package io.github.realtimekit.webhooks.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.UnknownEvent;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import io.github.realtimekit.webhooks.sandbox.DeliveryAttempt;
import io.github.realtimekit.webhooks.sandbox.DeliveryFault;
import io.github.realtimekit.webhooks.sandbox.EventDelivery;
import io.github.realtimekit.webhooks.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service registers with the client, and the sandbox delivers to it. */
class DeliveriesEndToEndTest {
  @RegisterExtension static final SandboxExtension sandbox = new SandboxExtension();

  private final List<Delivery> handled = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger keyFailures = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  DeliveriesEndToEndTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads); // The key is fetched while a delivery is handled.
    server.createContext("/key", this::serveKey);
  }

  /** Forwards the sandbox's key, or fails if the test asks for it. */
  private void serveKey(HttpExchange exchange) throws IOException {
    boolean fails = keyFailures.getAndDecrement() > 0;
    try (InputStream key = sandbox.sandbox().keyUrl().toURL().openStream()) {
      byte[] body = key.readAllBytes();
      exchange.sendResponseHeaders(fails ? 500 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @BeforeEach
  void register() {
    OkHttpClient patient = new OkHttpClient.Builder().callTimeout(Duration.ofMinutes(1)).build();
    WebhookReceiver receiver =
        WebhookReceiver.builder()
            .keys(WebhookKeys.fetched(url("/key").toString(), patient))
            .build();
    server.createContext(
        "/hooks",
        new JdkServerWebhook(
            new WebhookEndpoint(receiver, DeliveryClaims.inMemory(), handled::add, failures::add)));
    server.start();
    try (WebhooksClient webhooks =
        WebhooksClient.builder()
            .baseUrl(sandbox.baseUrl().toString())
            .apiToken(sandbox.token())
            .accountId(sandbox.app().accountId())
            .appId(sandbox.app().appId())
            .build()) {
      webhooks.createWebhook(
          WebhookRequest.builder()
              .name("end to end")
              .url(url("/hooks"))
              .events(webhooks.listEventTypes())
              .build());
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static List<Integer> statuses(List<DeliveryAttempt> attempts) {
    return attempts.stream().map(DeliveryAttempt::status).toList();
  }

  @Test
  void eventArrives() {
    List<DeliveryAttempt> attempts = sandbox.app().deliver("meeting.ended");
    assertThat(statuses(attempts)).containsExactly(204);
    assertThat(handled)
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.id()).isEqualTo(attempts.get(0).id());
              assertThat(delivery.webhookId()).isEqualTo(attempts.get(0).webhookId());
              assertThat(new String(delivery.body(), UTF_8)).isEqualTo(attempts.get(0).body());
              assertThat(delivery.event()).isInstanceOf(MeetingEnded.class);
            });
  }

  @Test
  void badSignatureIsRefusedForGood() {
    EventDelivery forged = EventDelivery.of("meeting.ended").with(DeliveryFault.BAD_SIGNATURE);
    assertThat(statuses(sandbox.app().deliver(forged))).containsExactly(401);
    assertThat(handled).isEmpty();
    assertThat(failures).singleElement().isInstanceOf(DeliveryException.class);
  }

  @Test
  void eventArrivesAfterTheKeyWasUnavailable() {
    keyFailures.set(1);
    assertArrivesOnceTheKeyIsThere(EventDelivery.of("meeting.ended"));
  }

  @Test
  void duplicateIsHandledOnce() {
    EventDelivery twice = EventDelivery.of("meeting.ended").with(DeliveryFault.DUPLICATE);
    assertThat(statuses(sandbox.app().deliver(twice))).containsExactly(204, 204);
    assertThat(handled).hasSize(1);
  }

  @Test
  void retryWithAnotherIdIsHandledOnce() {
    keyFailures.set(1);
    assertArrivesOnceTheKeyIsThere(
        EventDelivery.of("meeting.ended").with(DeliveryFault.NEW_ID_ON_RETRY));
  }

  /** A failed fetch is remembered for a moment, so the first retries may get a 503, too. */
  private void assertArrivesOnceTheKeyIsThere(EventDelivery delivery) {
    assertThat(statuses(sandbox.app().deliver(delivery)))
        .startsWith(503)
        .endsWith(204)
        .containsOnlyOnce(204);
    assertThat(handled).hasSize(1);
  }

  @Test
  void eventOfUnknownTypeIsAccepted() {
    assertThat(statuses(sandbox.app().deliver("room.exploded"))).containsExactly(204);
    assertThat(handled)
        .singleElement()
        .extracting(Delivery::event)
        .isInstanceOfSatisfying(
            UnknownEvent.class,
            event -> assertThat(event.type()).isEqualTo(EventType.of("room.exploded")));
  }

  @Test
  void eventArrivesWithHeadersOfDyteSlowlyAndAfterRotation() {
    sandbox.app().deliver("meeting.started");
    EventDelivery delivery =
        EventDelivery.of("meeting.ended")
            .with(DeliveryFault.DYTE_HEADERS)
            .with(DeliveryFault.SLOW)
            .with(DeliveryFault.ROTATED_KEY);
    assertThat(statuses(sandbox.app().deliver(delivery))).containsExactly(204);
    assertThat(handled).hasSize(2);
  }
}

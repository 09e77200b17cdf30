package io.github.realtimekit.webhooks.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.readme.WebhookServers.Running;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Runs each snippet of the README that receives deliveries on its server. */
class WebhookServersTest {
  private static final DeliverySigner SIGNER = DeliverySigner.generate();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final byte[] BODY = "{\"event\":\"meeting.ended\"}".getBytes(UTF_8);

  private final List<Delivery> handled = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  private WebhookEndpoint endpoint(Consumer<Delivery> handler) {
    WebhookReceiver receiver =
        WebhookReceiver.builder()
            .keys(WebhookKeys.pinned(SIGNER.publicKeyPem()))
            .maxBodyBytes(1000)
            .build();
    return new WebhookEndpoint(receiver, DeliveryClaims.inMemory(), handler, failures::add);
  }

  private static CompletableFuture<Integer> deliver(Running server, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    SIGNER.headers(body, "a-webhook").forEach(request::header);
    return HTTP.sendAsync(request.build(), BodyHandlers.discarding())
        .thenApply(response -> response.statusCode());
  }

  @ParameterizedTest
  @EnumSource
  void handlesDeliveryOnce(WebhookServers kind) throws Exception {
    try (Running server = kind.start(endpoint(handled::add))) {
      assertThat(deliver(server, BODY).get()).isEqualTo(204);
      assertThat(deliver(server, BODY).get()).isEqualTo(204);
    }
    assertThat(handled).singleElement().extracting(Delivery::body).isEqualTo(BODY);
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void failedHandlerMakesTheDeliveryComeAgain(WebhookServers kind) throws Exception {
    List<RuntimeException> thrown =
        List.of(
            new ResponseStatusException(HttpStatus.NOT_FOUND),
            new jakarta.ws.rs.NotFoundException(),
            new IllegalStateException("no room"));
    Consumer<Delivery> handler =
        delivery -> {
          if (failures.size() < thrown.size()) {
            throw thrown.get(failures.size());
          }
          handled.add(delivery);
        };
    try (Running server = kind.start(endpoint(handler))) {
      for (int i = 0; i < thrown.size(); i++) {
        assertThat(deliver(server, BODY).get()).isEqualTo(500);
      }
      assertThat(deliver(server, BODY).get()).isEqualTo(204);
    }
    assertThat(failures).isEqualTo(thrown);
    assertThat(handled).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void duplicateOfRunningHandlerComesAgain(WebhookServers kind) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Consumer<Delivery> handler =
        delivery -> {
          running.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          handled.add(delivery);
        };
    try (Running server = kind.start(endpoint(handler))) {
      CompletableFuture<Integer> first = deliver(server, BODY);
      running.await();
      assertThat(deliver(server, BODY).get()).isEqualTo(503);
      end.countDown();
      assertThat(first.get()).isEqualTo(204);
      assertThat(deliver(server, BODY).get()).isEqualTo(204);
    }
    assertThat(handled).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void refusesBodyThatIsTooLarge(WebhookServers kind) throws Exception {
    try (Running server = kind.start(endpoint(handled::add))) {
      assertThat(deliver(server, new byte[1001]).get()).isEqualTo(413);
    }
    assertThat(handled).isEmpty();
  }
}

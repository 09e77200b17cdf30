package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest extends SandboxTest {
  private static final String URL = "https://example.com/hooks";

  private SandboxApp app;

  @BeforeEach
  void takeApp() {
    app = sandbox.app("account", "app");
  }

  @Test
  void http401OfTheEdgeForATokenThatIsAccepted() {
    app.failNext(Failure.UNAUTHORIZED);

    wire.list().isEdgeError(401, "{\"code\":10000,\"message\":\"Authentication error\"}");
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void editReturnsPartOfTheWebhookOnce() {
    app.addWebhook(UUID.fromString(UNKNOWN_ID), "one", URL, false, List.of("meeting.started"));
    app.failNext(Failure.PARTIAL_ECHO);

    Reply partial = wire.send("PATCH", wire.webhooks("/" + UNKNOWN_ID), "{\"name\":\"two\"}");

    assertThat(partial.id()).isEqualTo(UNKNOWN_ID);
    assertThat(partial.data().has("enabled")).isFalse();
    JsonNode webhook = wire.edit(UNKNOWN_ID, "{}").data();
    assertThat(webhook.get("name").asText()).isEqualTo("two");
    assertThat(webhook.get("enabled").booleanValue()).isFalse();
    assertThat(webhook.get("events")).hasToString("[\"meeting.started\"]");
  }

  @Test
  void http403Once() {
    app.failNext(Failure.FORBIDDEN);

    wire.list()
        .isEdgeError(
            403, "{\"code\":9109,\"message\":\"Unauthorized to access requested resource\"}");
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void http429WithTheWait() {
    app.failNext(Failure.RATE_LIMITED);
    Reply reply = wire.create(body("one", URL));

    reply.isEdgeError(
        429,
        "{\"code\":971,\"message\":\"Please wait and consider throttling your request speed\"}");
    assertThat(reply.header("retry-after")).isEqualTo("1");
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void http500NothingStored() {
    app.failNext(Failure.SERVER_ERROR);

    wire.send("POST", wire.webhooks(""), body("one", URL)).isError(500, "Internal Server Error");
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void http500ButStored() {
    app.failNext(Failure.SERVER_ERROR_AFTER_STORING);

    wire.send("POST", wire.webhooks(""), body("one", URL)).isError(500, "Internal Server Error");
    assertThat(wire.list().data())
        .extracting(webhook -> webhook.get("name").asText())
        .containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 418, 503, 599})
  void anyStatusOfFailure(int status) {
    app.failNext(Failure.status(status));

    wire.send("POST", wire.webhooks(""), body("one", URL))
        .isError(status, "The sandbox was told to respond with " + status);
    wire.list().isError(404, "No webhooks found");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 200, 399, 600})
  void noOtherStatus(int status) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Failure.status(status))
        .withMessageContaining(String.valueOf(status));
  }

  @Test
  void http429WithAnotherWait() {
    app.failNext(Failure.rateLimited(Duration.ofMinutes(2)));

    assertThat(wire.list().header("retry-after")).isEqualTo("120");
  }

  @Test
  void delayed() {
    app.addWebhook("one", URL);
    app.failNext(Failure.delay(Duration.ofMillis(300)));
    long start = System.nanoTime();

    assertThat(wire.list().data()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void stoppedWhileItDelays() throws Exception {
    app.failNext(Failure.delay(Duration.ofMinutes(5)));
    FutureTask<Reply> call = new FutureTask<>(wire::list);
    new Thread(call).start();
    awaitFirstRequest();

    sandbox.close();
    assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(UncheckedIOException.class);
  }

  private void awaitFirstRequest() throws InterruptedException {
    for (int i = 0; i < 2000 && app.received().isEmpty(); i++) {
      Thread.sleep(5);
    }
    assertThat(app.received()).hasSize(1);
  }

  @Test
  void cutOffAfterStoring() {
    app.failNext(Failure.CUT_OFF);

    assertThatThrownBy(() -> wire.create(body("one", URL)))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(EOFException.class);
    assertThat(wire.list().data()).hasSize(1);
  }

  @Test
  void cutOffSendsHalfOfTheBody() throws IOException {
    app.addWebhook("one", URL);
    app.failNext(Failure.CUT_OFF);
    URI url = sandbox.baseUrl();
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sandbox-token\r\n\r\n"
              .formatted(path(""));
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String response = new String(socket.getInputStream().readAllBytes(), UTF_8);

      String length = response.replaceAll("(?is).*content-length: (\\d+).*", "$1");
      assertThat(response.substring(response.indexOf("\r\n\r\n") + 4))
          .startsWith("{\"data\":[{\"id\":")
          .hasSize(Integer.parseInt(length) / 2);
    }
  }

  @Test
  void receivedAsItWasSent() {
    String id = wire.create(body("one", URL)).id();
    wire.withAuthorization("Bearer wrong-token").get(id);
    wire.withApp("account", "another").list();

    assertThat(app.received())
        .hasToString("[POST %s %s, GET %s]".formatted(path(""), body("one", URL), path("/" + id)));
    assertThat(app.received().get(1).header("authorization")).hasValue("Bearer wrong-token");
    assertThat(app.received().get(0).header("cookie")).isEmpty();
  }

  private String path(String rest) {
    return wire.baseUrl().getPath() + wire.webhooks(rest);
  }

  @Test
  void severalInTheOrderTheyWereGiven() {
    app.failNext(Failure.RATE_LIMITED);
    app.failNext(Failure.FORBIDDEN);
    app.failNext(Failure.RATE_LIMITED);

    assertThat(wire.list().status()).isEqualTo(429);
    assertThat(wire.list().status()).isEqualTo(403);
    assertThat(wire.list().status()).isEqualTo(429);
    assertThat(wire.list().status()).isEqualTo(404);
  }

  @Test
  void neitherAnotherAppNorAWrongTokenUsesItUp() {
    app.failNext(Failure.FORBIDDEN);

    assertThat(wire.withApp("account", "another").list().status()).isEqualTo(404);
    assertThat(wire.withAuthorization("Bearer wrong-token").list().status()).isEqualTo(401);
    assertThat(wire.list().status()).isEqualTo(403);
  }

  @Test
  void clearRemovesWebhooksFailuresAndReceivedRequestsOfOneApp() {
    SandboxApp another = sandbox.app("account", "another");
    String kept = another.addWebhook("kept", URL);
    wire.withApp("account", "another").get(kept);
    app.addWebhook("one", URL);
    wire.list();
    app.failNext(Failure.FORBIDDEN);
    app.clear();

    assertThat(app.received()).isEmpty();
    assertThat(another.received()).hasSize(1);
    wire.list().isError(404, "No webhooks found");
    assertThat(wire.withApp("account", "another").get(kept).status()).isEqualTo(200);
  }

  @Test
  void unexpectedFaultIsHttp500() {
    app.failNext(
        new Failure(
            "unexpected",
            usual -> {
              throw new IllegalStateException("unexpected");
            }));

    wire.send("GET", wire.webhooks(""), null).isError(500, "Internal Server Error");
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void addedWebhookHasAllEvents() {
    String id = app.addWebhook("one", URL);
    JsonNode webhook = wire.get(id).data();

    assertThat(webhook.get("name").asText()).isEqualTo("one");
    assertThat(webhook.get("url").asText()).isEqualTo(URL);
    assertThat(webhook.get("enabled").booleanValue()).isTrue();
    assertThat(webhook.get("events"))
        .extracting(JsonNode::asText)
        .isEqualTo(Spec.load().values("EventType"));
    assertThatIllegalStateException()
        .isThrownBy(() -> app.addWebhook("two", URL))
        .withMessageContaining(URL);
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest extends SandboxTest {
  private static final String URL = "https://example.com/hooks";

  private SandboxApp app;

  @BeforeEach
  void takeApp() {
    app = sandbox.app("account", "app");
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

  @Test
  void severalInTheOrderTheyWereTold() {
    app.failNext(Failure.RATE_LIMITED);
    app.failNext(Failure.FORBIDDEN);
    app.failNext(Failure.RATE_LIMITED);

    assertThat(wire.list().status()).isEqualTo(429);
    assertThat(wire.list().status()).isEqualTo(403);
    assertThat(wire.list().status()).isEqualTo(429);
    assertThat(wire.list().status()).isEqualTo(404);
  }

  @Test
  void neitherAnotherAppNorARefusedTokenUsesItUp() {
    app.failNext(Failure.FORBIDDEN);

    assertThat(wire.withApp("account", "another").list().status()).isEqualTo(404);
    assertThat(wire.withAuthorization("Bearer refused-token").list().status()).isEqualTo(401);
    assertThat(wire.list().status()).isEqualTo(403);
  }

  @Test
  void clearTakesWebhooksAndFailuresOfOneApp() {
    String kept = sandbox.app("account", "another").addWebhook("kept", URL);
    app.addWebhook("one", URL);
    app.failNext(Failure.FORBIDDEN);
    app.clear();

    wire.list().isError(404, "No webhooks found");
    assertThat(wire.withApp("account", "another").get(kept).status()).isEqualTo(200);
  }

  @Test
  void addedWebhookHasAllEvents() {
    String id = app.addWebhook("one", URL);
    JsonNode webhook = wire.get(id).data();

    assertThat(webhook.get("name").asText()).isEqualTo("one");
    assertThat(webhook.get("url").asText()).isEqualTo(URL);
    assertThat(webhook.get("enabled").booleanValue()).isTrue();
    assertThat(webhook.get("events")).hasSize(9);
    assertThatIllegalStateException()
        .isThrownBy(() -> app.addWebhook("two", URL))
        .withMessageContaining(URL);
  }
}

package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Messages of exceptions for error responses. */
class ErrorMessagesTest {
  @AutoClose private final ApiServer api = new ApiServer();

  @Test
  void messageLeavesOutWhatTheResponseLacks() {
    api.respond(404, "{\"error\":{\"code\":404}}").respond(409, "");
    try (WebhooksClient webhooks = api.client()) {
      assertThatThrownBy(() -> webhooks.getWebhook(ID))
          .hasMessage(
              "getWebhook failed with status 404: {\"error\":{\"code\":404}}. Check the identifiers"
                  + " of account, app and webhook.");
      assertThatThrownBy(() -> webhooks.getWebhook(ID))
          .hasMessage(
              "getWebhook failed with status 409. Edit the webhook that has this URL instead of"
                  + " adding another.");
    }
  }

  @Test
  void reasonHas500CharactersAtMost() {
    api.respond(400, "x".repeat(500)).respond(400, "x".repeat(501));
    try (WebhooksClient webhooks = api.client()) {
      for (String reason : new String[] {"x".repeat(500), "x".repeat(500) + "…"}) {
        assertThatThrownBy(() -> webhooks.getWebhook(ID))
            .isInstanceOfSatisfying(
                BadRequestException.class, e -> assertThat(e.reason()).isEqualTo(reason));
      }
    }
  }

  @Test
  void reasonIsCutForResponsesThatCannotBeRead() {
    String longText = "x".repeat(100_000);
    api.respond(200, "{\"data\":[{\"" + longText + "\":\"\\q\"}],\"success\":true}")
        .respond(200, "<html>", "Content-Type: text/html; " + longText);
    try (WebhooksClient webhooks = api.client()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> webhooks.getWebhook(ID))
            .isInstanceOfSatisfying(
                InvalidResponseException.class,
                e -> assertThat(e.reason()).hasSize(501).endsWith("xxx…"));
      }
    }
  }

  @Test
  void messageHasStatusCodeReasonAndAdvice() {
    api.respond(
        403,
        "{\"success\":false,\"errors\":[{\"code\":9109,\"message\":\"Not for you.\"}]}",
        "cf-ray: ray-1");
    try (WebhooksClient webhooks = api.client()) {
      assertThatThrownBy(webhooks::listWebhooks)
          .hasMessage(
              "listWebhooks failed with status 403 (code 9109): Not for you. Quote cf-ray ray-1 to"
                  + " Cloudflare's support. The token needs one of the permissions Realtime Admin"
                  + " and Realtime on this account, and the account needs RealtimeKit.");
    }
  }

  @Test
  void exceptionsSurviveSerialization() throws Exception {
    api.respond(429, "slow down", "Retry-After: 40", "cf-ray: ray-1")
        .respond(200, "[]")
        .respond(SocketPolicy.DISCONNECT_AFTER_REQUEST)
        .respond(SocketPolicy.DISCONNECT_AFTER_REQUEST); // The pooled connection is replaced once.
    try (WebhooksClient webhooks = api.builder().maxRetries(0).build()) {
      for (int i = 0; i < 3; i++) {
        RealtimeKitException e =
            catchThrowableOfType(RealtimeKitException.class, () -> webhooks.getWebhook(ID));
        assertThat(copy(e)).usingRecursiveComparison().isEqualTo(e);
      }
    }
  }

  private static Object copy(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }
}

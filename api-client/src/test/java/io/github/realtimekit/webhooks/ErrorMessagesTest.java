package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}

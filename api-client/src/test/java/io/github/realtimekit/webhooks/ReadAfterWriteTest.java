package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The GET after an edit whose response is partial. */
class ReadAfterWriteTest {
  private static final WebhookPatch PATCH = WebhookPatch.builder().name("renamed").build();
  private static final String PARTIAL = envelope("{\"id\":\"" + ID + "\",\"name\":\"renamed\"}");

  @AutoClose private final ApiServer api = new ApiServer();
  @AutoClose private final WebhooksClient webhooks = api.builder().readAfterWrite(true).build();

  @Test
  void getsWebhookAfterPartialResponse() {
    api.respond(200, PARTIAL).respond(200, envelope(WEBHOOK));
    assertThat(webhooks.editWebhook(ID, PATCH).missingFields()).isEmpty();
    assertRequests("PATCH", "GET");
  }

  @Test
  void getsWebhookAfterPartialResponseToFuture() {
    api.respond(200, PARTIAL).respond(200, envelope(WEBHOOK));
    assertThat(webhooks.async().editWebhook(ID, PATCH).join().missingFields()).isEmpty();
    assertRequests("PATCH", "GET");
  }

  @Test
  void getsWebhookAfterPartialResponseToReplace() {
    api.respond(200, PARTIAL).respond(200, envelope(WEBHOOK));
    WebhookRequest request =
        WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();
    assertThat(webhooks.replaceWebhook(ID, request).missingFields()).isEmpty();
    assertRequests("PUT", "GET");
  }

  @Test
  void completeResponseNeedsNoGet() {
    api.respond(200, envelope(WEBHOOK));
    assertThat(webhooks.editWebhook(ID, PATCH).name()).isEqualTo("All events webhook");
    assertRequests("PATCH");
  }

  @Test
  void failedGetLeavesThePartialResponse() {
    api.respond(200, PARTIAL).respond(403, "");
    Webhook webhook = webhooks.editWebhook(ID, PATCH);
    assertThat(webhook.name()).isEqualTo("renamed");
    assertThat(webhook.missingFields()).contains("enabled");
    assertRequests("PATCH", "GET");
  }

  @Test
  void responseThatIsNoWebhookNeedsNoGet() {
    api.respond(200, "[]");
    assertThatThrownBy(() -> webhooks.editWebhook(ID, PATCH))
        .isInstanceOf(InvalidResponseException.class);
    assertRequests("PATCH");
  }

  @Test
  void isOffByDefault() {
    api.respond(200, PARTIAL);
    try (WebhooksClient plain = api.client()) {
      assertThat(plain.editWebhook(ID, PATCH).missingFields()).isNotEmpty();
    }
    assertRequests("PATCH");
  }

  private void assertRequests(String... methods) {
    assertThat(
            IntStream.range(0, api.server.getRequestCount())
                .mapToObj(i -> api.request().getMethod()))
        .containsExactly(methods);
  }
}

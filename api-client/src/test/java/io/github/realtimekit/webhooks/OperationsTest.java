package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Each operation: the exact bytes of its request, and every field of its response. */
class OperationsTest {
  private static final String COLLECTION = "/client/v4/accounts/acc/realtime/kit/app/webhooks";
  private static final String ONE = COLLECTION + "/" + ID;

  private static final WebhookRequest REQUEST =
      WebhookRequest.builder()
          .name("All events webhook")
          .url(URI.create("https://example.com/hooks"))
          .events(EventType.MEETING_STARTED, EventType.RECORDING_STATUS_UPDATE)
          .build();
  private static final String REQUEST_JSON =
      """
      {"name":"All events webhook","url":"https://example.com/hooks",\
      "events":["meeting.started","recording.statusUpdate"]}""";

  @AutoClose private final ApiServer api = new ApiServer();
  @AutoClose private final WebhooksClient webhooks = api.client();

  @Test
  void list() {
    api.respond(200, envelope("[" + WEBHOOK + "]"));
    List<Webhook> all = webhooks.listWebhooks();
    assertThat(all).hasSize(1);
    assertIsWhole(all.get(0));
    assertRequest("GET", COLLECTION, "");
  }

  @Test
  void create() {
    api.respond(201, envelope(WEBHOOK));
    assertIsWhole(webhooks.createWebhook(REQUEST));
    assertRequest("POST", COLLECTION, REQUEST_JSON);
  }

  @Test
  void createDisabled() {
    api.respond(201, envelope(WEBHOOK));
    webhooks.createWebhook(REQUEST.toBuilder().enabled(false).build());
    assertRequest("POST", COLLECTION, REQUEST_JSON.replace("]}", "],\"enabled\":false}"));
  }

  @Test
  void requestKeepsItsEventsWhenTheListChanges() {
    List<EventType> events = new ArrayList<>(List.of(EventType.MEETING_ENDED));
    WebhookRequest request =
        WebhookRequest.builder()
            .name("one")
            .url(URI.create("https://example.com"))
            .events(events)
            .build();

    events.clear();

    assertThat(request.events()).containsExactly(EventType.MEETING_ENDED);
    assertThatThrownBy(() -> request.events().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void get() {
    api.respond(200, envelope(WEBHOOK));
    assertIsWhole(webhooks.getWebhook(ID));
    assertRequest("GET", ONE, "");
  }

  @Test
  void replace() {
    api.respond(200, envelope(WEBHOOK));
    assertIsWhole(webhooks.replaceWebhook(ID, REQUEST));
    assertRequest("PUT", ONE, REQUEST_JSON);
  }

  @Test
  void editSendsOnlyTheName() {
    api.respond(200, envelope(WEBHOOK));
    assertIsWhole(webhooks.editWebhook(ID, WebhookPatch.builder().name("renamed").build()));
    assertRequest("PATCH", ONE, "{\"name\":\"renamed\"}");
  }

  @Test
  void editSendsOnlyTheFieldsThatAreSet() {
    editSends(WebhookPatch.builder().enabled(true).build(), "{\"enabled\":true}");
    editSends(WebhookPatch.builder().enabled(false).build(), "{\"enabled\":false}");
    editSends(WebhookPatch.builder().events().build(), "{\"events\":[]}");
    editSends(
        WebhookPatch.builder().url(URI.create("https://example.com/a?b=c&d=%20")).build(),
        "{\"url\":\"https://example.com/a?b=c&d=%20\"}");
    editSends(WebhookPatch.builder().build(), "{}");
  }

  @Test
  void delete() {
    api.respond(200, envelope(WEBHOOK));
    assertIsWhole(webhooks.deleteWebhook(ID));
    assertRequest("DELETE", ONE, "");
  }

  @Test
  void callsOtherAppAndAccountOverTheSameConnection() {
    api.respond(200, envelope("[]")).respond(200, envelope("[]")).respond(200, envelope("[]"));
    webhooks.listWebhooks();
    webhooks.withApp("other").listWebhooks();
    webhooks.withAccount("another").listWebhooks();
    assertThat(api.request().getPath()).isEqualTo(COLLECTION);
    RecordedRequest otherApp = api.request();
    assertThat(otherApp.getPath()).isEqualTo("/client/v4/accounts/acc/realtime/kit/other/webhooks");
    assertThat(otherApp.getSequenceNumber()).as("of its connection").isEqualTo(1);
    assertThat(api.request().getPath())
        .isEqualTo("/client/v4/accounts/another/realtime/kit/app/webhooks");
  }

  @Test
  void futuresAreOfTheSameAppAndAccount() throws Exception {
    api.respond(200, envelope("[]")).respond(200, envelope("[]"));
    WebhooksClient other = webhooks.withAccount("another").withApp("other");
    other.listWebhooks();
    other.async().listWebhooks().get();
    for (int i = 0; i < 2; i++) {
      assertThat(api.request().getPath())
          .isEqualTo("/client/v4/accounts/another/realtime/kit/other/webhooks");
    }
  }

  private void editSends(WebhookPatch patch, String json) {
    api.respond(200, envelope(WEBHOOK));
    webhooks.editWebhook(ID, patch);
    assertRequest("PATCH", ONE, json);
  }

  private void assertRequest(String method, String target, String body) {
    RecordedRequest request = api.request();
    assertThat(request.getRequestLine()).isEqualTo(method + " " + target + " HTTP/1.1");
    assertThat(request.getBody().readUtf8()).isEqualTo(body);
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer test-token");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("User-Agent")).startsWith("realtimekit-webhooks-java/");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo(body.isEmpty() ? null : "application/json");
  }

  private static void assertIsWhole(Webhook webhook) {
    assertThat(webhook.id()).isEqualTo(ID);
    assertThat(webhook.createdAt()).isEqualTo(Instant.parse("2022-05-28T07:01:53.075Z"));
    assertThat(webhook.updatedAt()).isEqualTo(Instant.parse("2022-05-28T07:01:53.075Z"));
    assertThat(webhook.enabled()).isTrue();
    assertThat(webhook.events())
        .containsExactly(EventType.MEETING_STARTED, EventType.RECORDING_STATUS_UPDATE);
    assertThat(webhook.name()).isEqualTo("All events webhook");
    assertThat(webhook.url()).isEqualTo(URI.create("https://example.com/hooks"));
    assertThat(webhook.missingFields()).isEmpty();
  }
}

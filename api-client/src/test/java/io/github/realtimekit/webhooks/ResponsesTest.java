package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.spec.Spec;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses as the live API sends them, not only as documented. */
class ResponsesTest {
  @AutoClose private final ApiServer api = new ApiServer();
  @AutoClose private final WebhooksClient webhooks = api.client();

  @Test
  void partialResponseFailsOnlyWhereAFieldIsMissing() {
    api.respond(200, envelope("{\"id\":\"" + ID + "\",\"name\":\"renamed\",\"url\":null}"));
    Webhook echo = webhooks.editWebhook(ID, WebhookPatch.builder().name("renamed").build());
    assertThat(echo.id()).isEqualTo(ID);
    assertThat(echo.name()).isEqualTo("renamed");
    assertThat(echo.missingFields())
        .contains("created_at", "enabled", "events", "updated_at", "url")
        .doesNotContain("id", "name");
    assertThatThrownBy(echo::enabled)
        .isInstanceOfSatisfying(
            MissingFieldException.class, e -> assertThat(e.field()).isEqualTo("enabled"))
        .hasMessage("Webhook lacks \"enabled\": see missingFields(), or get the whole of it");
    assertThatThrownBy(echo::url).hasMessageContaining("Webhook lacks \"url\"");
  }

  @Test
  void unknownFieldsAreIgnored() {
    api.respond(
        200,
        "{\"paging\":{\"a\":[1,{\"b\":null}]},\"data\":"
            + WEBHOOK.replace("\"name\"", "\"secret\":[[1],{}],\"name\"")
            + ",\"success\":true,\"messages\":[]}");
    assertThat(webhooks.getWebhook(ID).name()).isEqualTo("All events webhook");
  }

  @Test
  void unknownEventSurvivesTheRoundTrip() {
    String data = WEBHOOK.replace("recording.statusUpdate", "meeting.exploded");
    api.respond(200, envelope("[" + data + "]")).respond(200, envelope(data));
    Webhook webhook = webhooks.listWebhooks().get(0);
    EventType unknown = webhook.events().get(1);
    assertThat(unknown).isEqualTo(EventType.of("meeting.exploded")).hasToString("meeting.exploded");
    assertThat(unknown.isKnown()).isFalse();
    webhooks.editWebhook(ID, WebhookPatch.builder().events(webhook.events()).build());
    api.request();
    assertThat(api.request().getBody().readUtf8())
        .isEqualTo("{\"events\":[\"meeting.started\",\"meeting.exploded\"]}");
  }

  @Test
  void knownEventsAreTheConstants() {
    api.respond(200, envelope(WEBHOOK));
    assertThat(webhooks.getWebhook(ID).events().get(0)).isSameAs(EventType.MEETING_STARTED);
    assertThat(EventType.of("meeting.summary")).isSameAs(EventType.MEETING_SUMMARY);
    assertThat(EventType.known())
        .allMatch(EventType::isKnown)
        .extracting(EventType::value)
        .containsExactlyElementsOf(Spec.load().values("EventType"));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-05-28T07:01:53Z, 2022-05-28T07:01:53Z",
    "2022-05-28T07:01:53.0Z, 2022-05-28T07:01:53Z",
    "2022-05-28T07:01:53.07512Z, 2022-05-28T07:01:53.075120Z",
    "2022-05-28T07:01:53.123456789Z, 2022-05-28T07:01:53.123456789Z",
    "2022-05-28T07:01:53.1234567891234Z, 2022-05-28T07:01:53.123456789Z",
    "2022-05-28T07:01:53.075+00:00, 2022-05-28T07:01:53.075Z",
    "2022-05-28T07:01:53.075+05:30, 2022-05-28T01:31:53.075Z",
    "2022-05-28T07:01:53-08:00, 2022-05-28T15:01:53Z",
    "2022-05-28t07:01:53z, 2022-05-28T07:01:53Z",
    "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
    "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
  })
  void parsesTimestamps(String json, Instant instant) {
    api.respond(200, envelope("{\"created_at\":\"" + json + "\"}"));
    assertThat(webhooks.getWebhook(ID).createdAt()).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T00:00:00Z",
        "2022-13-01T00:00:00Z",
        "2022-05-28T24:00:01Z",
        "2022-05-28T07:01:53",
        "2022-05-28",
        "2022-05-28T07:01:53.075+25:00",
        " 2022-05-28T07:01:53Z",
        "1653721313",
        ""
      })
  void rejectsTextThatIsNoTimestamp(String json) {
    api.respond(200, envelope("{\"created_at\":\"" + json + "\"}"));
    assertThatThrownBy(webhooks.getWebhook(ID)::createdAt)
        .isInstanceOf(MissingFieldException.class)
        .hasMessage("\"created_at\" of Webhook cannot be read: \"" + json + '"');
  }

  @ParameterizedTest
  @CsvSource({
    "id, x",
    "url, http://[",
    "created_at, soon",
    "updated_at, 2023-02-29T00:00:00Z",
  })
  void textThatIsNoValueFailsItsFieldAlone(String field, String text) {
    String broken = WEBHOOK.replaceFirst(field + "\":\"[^\"]*", field + "\":\"" + text);
    api.respond(200, envelope("[" + WEBHOOK + "," + broken + "]"));
    Webhook webhook = webhooks.listWebhooks().get(1);
    assertThat(webhook.name()).isEqualTo("All events webhook");
    assertThat(webhook.missingFields()).containsExactly(field);
    assertThat(webhook.unreadableFields()).containsExactly(field);
    assertThatThrownBy(() -> read(webhook, field))
        .isInstanceOf(MissingFieldException.class)
        .hasMessage("\"%s\" of Webhook cannot be read: \"%s\"".formatted(field, text));
    assertThatThrownBy(webhook.toBuilder().name("renamed")::build)
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id | 7 | 7
          enabled | "true" | "…"
          events | "meeting.started" | "…"
          events | ["meeting.started", 1.50] | […]
          name | {"de":"Name"} | {…}
          created_at | 1653721313 | 1653721313
          url | false | false
          """)
  void jsonOfAnotherTypeFailsItsFieldAlone(String field, String json, String shown) {
    String broken =
        WEBHOOK.replaceFirst(
            "(\"" + field + "\":)(\\[[^]]*]|\"[^\"]*\"|true)", "$1" + json.replace("\\", "\\\\"));
    api.respond(200, envelope("[" + broken + "]"));
    Webhook webhook = webhooks.listWebhooks().get(0);
    assertThat(webhook.missingFields()).containsExactly(field);
    assertThat(webhook.unreadableFields()).containsExactly(field);
    assertThat(webhook.toString()).contains(field + "=" + shown);
    assertThatThrownBy(() -> read(webhook, field))
        .isInstanceOf(MissingFieldException.class)
        .hasMessage("\"%s\" of Webhook cannot be read: %s".formatted(field, shown));
  }

  private static Object read(Webhook webhook, String field) {
    return switch (field) {
      case "id" -> webhook.id();
      case "url" -> webhook.url();
      case "created_at" -> webhook.createdAt();
      case "updated_at" -> webhook.updatedAt();
      case "enabled" -> webhook.enabled();
      case "events" -> webhook.events();
      default -> webhook.name();
    };
  }

  @Test
  void listWithAnElementThatIsNoWebhookIsAnInvalidResponse() {
    api.respond(200, envelope("[" + WEBHOOK + ",7]"));
    assertThatThrownBy(webhooks::listWebhooks)
        .isInstanceOf(InvalidResponseException.class)
        .hasMessageContaining("it has no \"data\" that can be read at path $.data");
  }

  @Test
  void appWithoutWebhooksIsAnEmptyList() {
    api.respond(
        404, "{\"success\":false,\"error\":{\"code\":404,\"message\":\"No webhooks found\"}}");
    assertThat(webhooks.listWebhooks()).isEmpty();
  }

  @Test
  void throwsForAnother404OfTheList() {
    api.respond(404, "<html><head><title>404 Not Found</title></head></html>");
    assertThatThrownBy(webhooks::listWebhooks).isInstanceOf(NotFoundException.class);
  }

  @Test
  void throwsForAnotherStatusWithCode404() {
    api.respond(400, "{\"success\":false,\"error\":{\"code\":404,\"message\":\"No such app\"}}");
    assertThatThrownBy(webhooks::listWebhooks).isInstanceOf(BadRequestException.class);
  }

  @Test
  void unknownIdIsNotFound() {
    api.respond(
        404, "{\"success\":false,\"error\":{\"code\":404,\"message\":\"Webhook not found\"}}");
    assertThatThrownBy(() -> webhooks.getWebhook(ID)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void successMayBeLeftOut() {
    api.respond(200, "{\"data\":[" + WEBHOOK + "]}");
    assertThat(webhooks.listWebhooks()).hasSize(1);
  }

  @Test
  void modelsAreImmutable() {
    api.respond(200, envelope("[" + WEBHOOK + "]"));
    List<Webhook> all = webhooks.listWebhooks();
    assertThatThrownBy(() -> all.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> all.get(0).events().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void modelsAreValues() {
    api.respond(200, envelope(WEBHOOK));
    Webhook webhook = webhooks.getWebhook(ID);
    assertThat(webhook)
        .isEqualTo(webhook.toBuilder().build())
        .hasSameHashCodeAs(webhook.toBuilder().build());
    assertThat(webhook).isNotEqualTo(webhook.toBuilder().enabled(false).build());
    assertThat(webhook.toString())
        .startsWith("Webhook[")
        .contains(
            "id=" + ID,
            "created_at=2022-05-28T07:01:53.075Z",
            "enabled=true",
            "name=All events webhook")
        .contains("events=[meeting.started, recording.statusUpdate]")
        .contains("url=https://example.com/hooks");
  }

  @Test
  @SuppressWarnings("NullAway")
  void rejectsNullWhereItIsSet() {
    assertThatThrownBy(() -> WebhookPatch.builder().name(null)).hasMessage("name");
    assertThatThrownBy(() -> WebhookPatch.builder().url(null)).hasMessage("url");
    assertThatThrownBy(() -> WebhookPatch.builder().enabled(null)).hasMessage("enabled");
    assertThatThrownBy(() -> WebhookPatch.builder().events((List<EventType>) null))
        .hasMessage("events");
    assertThatThrownBy(() -> EventType.of(null)).hasMessage("value");
  }

  @Test
  void rejectsRequestWithoutRequiredField() {
    WebhookRequest.Builder noEvents =
        WebhookRequest.builder().url(URI.create("https://example.com"));
    assertThatThrownBy(noEvents::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("WebhookRequest needs name, events");
  }
}

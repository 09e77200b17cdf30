package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreateAndDeleteTest extends SandboxTest {
  private static final String URL = "https://example.com/hooks";

  @Test
  void create201WholeWebhook() {
    Instant before = Instant.now().minus(Duration.ofMillis(1));
    Reply reply = wire.create(body("one", URL));

    assertThat(reply.status()).isEqualTo(201);
    JsonNode webhook = reply.data();
    assertThat(webhook.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(required());
    assertThat(webhook.get("id").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(webhook.get("created_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")
        .isEqualTo(webhook.get("updated_at").asText());
    assertThat(Instant.parse(webhook.get("created_at").asText())).isBetween(before, Instant.now());
    assertThat(webhook.get("enabled").booleanValue()).isTrue();
    assertThat(webhook.get("events").toString())
        .isEqualTo("[\"meeting.started\",\"meeting.ended\"]");
    assertThat(webhook.get("name").asText()).isEqualTo("one");
    assertThat(webhook.get("url").asText()).isEqualTo(URL);
  }

  private static List<String> required() {
    List<String> names = new ArrayList<>();
    Spec.load()
        .tree()
        .at("/components/schemas/Webhook/required")
        .forEach(name -> names.add(name.asText()));
    return names;
  }

  @Test
  void createSwitchedOff() {
    String id = wire.create("{\"enabled\":false," + body("off", URL).substring(1)).id();

    assertThat(wire.get(id).data().get("enabled").booleanValue()).isFalse();
  }

  static List<String> events() {
    return Spec.load().values("EventType");
  }

  @ParameterizedTest
  @MethodSource("events")
  void createTakesEvent(String event) {
    String request = "{\"name\":\"one\",\"url\":\"" + URL + "\",\"events\":[\"" + event + "\"]}";

    assertThat(wire.create(request).data().get("events"))
        .extracting(JsonNode::asText)
        .containsExactly(event);
  }

  @Test
  void createKeepsEveryCharacter() {
    String name = "ünïcode 🎥 \\\"quoted\\\" \\u0000 \\ud800";
    Reply created = wire.create(body(name, URL));

    assertThat(created.data().get("name").asText()).isEqualTo("ünïcode 🎥 \"quoted\" \0 ?");
  }

  @Test
  void createIgnoresUnknownFields() {
    String request = "{\"id\":\"" + UNKNOWN_ID + "\",\"extra\":1," + body("one", URL).substring(1);
    JsonNode webhook = wire.create(request).data();

    assertThat(webhook.get("id").asText()).isNotEqualTo(UNKNOWN_ID);
    assertThat(webhook.has("extra")).isFalse();
  }

  @Test
  void createTakesNoEventsAndAnEmptyName() {
    Reply reply = wire.create("{\"name\":\"\",\"url\":\"" + URL + "\",\"events\":[]}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.data().get("name").asText()).isEmpty();
    assertThat(reply.data().get("events")).isEmpty();
  }

  @Test
  void create409SameUrl() {
    wire.create(body("one", URL));

    wire.create(body("two", URL)).isError(409, "A webhook with this URL already exists");
    assertThat(wire.list().data())
        .extracting(webhook -> webhook.get("name").asText())
        .containsExactly("one");
  }

  @Test
  void createSameUrlInAnotherAppOrAfterDelete() {
    String id = wire.create(body("one", URL)).id();

    assertThat(wire.withApp("account", "another").create(body("two", URL)).status()).isEqualTo(201);
    wire.delete(id);
    assertThat(wire.create(body("three", URL)).status()).isEqualTo(201);
  }

  @Test
  void createUrlThatAnotherWebhookHadBeforeItWasEdited() {
    String id = wire.create(body("one", URL)).id();
    wire.edit(id, "{\"url\":\"https://example.com/moved\"}");

    assertThat(wire.create(body("two", URL)).status()).isEqualTo(201);
    wire.create(body("three", "https://example.com/moved"))
        .isError(409, "A webhook with this URL already exists");
  }

  @Test
  void create409UrlThatOneOfTwoWebhooksStillHas() {
    String first = wire.create(body("one", URL)).id();
    String second = wire.create(body("two", "https://example.com/two")).id();
    wire.edit(second, "{\"url\":\"" + URL + "\"}");
    wire.delete(first);

    assertThat(wire.create(body("three", URL)).status()).isEqualTo(409);
  }

  @Test
  void createUrlThatSeveralWebhooksHadBeforeTheyWereDeleted() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(wire.create(body("one", "https://example.com/" + i)).id());
      wire.edit(ids.get(i), "{\"url\":\"https://example.com/shared\"}");
    }
    wire.delete(ids.get(0));
    wire.delete(ids.get(1));
    assertThat(wire.create(body("two", "https://example.com/shared")).status()).isEqualTo(409);

    wire.delete(ids.get(2));
    assertThat(wire.create(body("two", "https://example.com/shared")).status()).isEqualTo(201);
  }

  @Test
  void delete200GivesTheDeletedWebhook() {
    JsonNode created = wire.create(body("one", URL)).data();
    Reply deleted = wire.delete(created.get("id").asText());

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.data()).isEqualTo(created);
    wire.delete(created.get("id").asText()).isError(404, "Webhook not found");
  }

  @Test
  void delete404UnknownIdAnd400NoUuid() {
    wire.create(body("one", URL));

    wire.delete(UNKNOWN_ID).isError(404, "Webhook not found");
    wire.delete("one").isError(400, "BAD_REQUEST \"id\" must be a valid GUID");
    assertThat(wire.list().data()).hasSize(1);
  }
}

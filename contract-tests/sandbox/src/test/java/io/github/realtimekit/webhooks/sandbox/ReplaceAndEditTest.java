package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplaceAndEditTest extends SandboxTest {
  private JsonNode before;
  private String id;

  @BeforeEach
  void createOneSwitchedOff() {
    String request = body("one", "https://example.com/one").replace("}", ",\"enabled\":false}");
    before = wire.create(request).data();
    id = before.get("id").asText();
  }

  @Test
  void replace200WithoutEnabledSwitchesOn() {
    Reply reply =
        wire.replace(
            id,
            """
            {"name":"two","url":"https://example.com/two","events":["meeting.summary"]}
            """);

    assertThat(reply.status()).isEqualTo(200);
    ObjectNode expected = before.deepCopy();
    expected.put("name", "two").put("url", "https://example.com/two").put("enabled", true);
    expected.putArray("events").add("meeting.summary");
    expected.set("updated_at", reply.data().get("updated_at"));
    assertThat(reply.data()).isEqualTo(expected);
    assertUpdated(reply.data());
    assertThat(wire.get(id).data()).isEqualTo(expected);
  }

  @Test
  void replaceWithEnabledFalse() {
    String request = body("two", "https://example.com/two").replace("}", ",\"enabled\":false}");

    assertThat(wire.replace(id, request).data().get("enabled").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name    | 'two'",
        "url     | 'https://example.com/two'",
        "events  | ['meeting.summary']",
        "events  | []",
        "enabled | true",
      },
      quoteCharacter = '~')
  void edit200ChangesOneField(String field, String value) {
    Reply reply = wire.edit(id, "{\"" + field + "\":" + value.replace('\'', '"') + "}");

    assertThat(reply.status()).isEqualTo(200);
    ObjectNode expected = before.deepCopy();
    expected.set(field, reply.data().get(field));
    expected.set("updated_at", reply.data().get("updated_at"));
    assertThat(reply.data()).isEqualTo(expected);
    assertThat(reply.data().get(field).toString()).isEqualTo(value.replace('\'', '"'));
    assertUpdated(reply.data());
    assertThat(wire.get(id).data()).isEqualTo(expected);
  }

  @Test
  void edit200OfNothingChangesNothing() {
    Reply reply = wire.edit(id, "{}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data()).isEqualTo(before);
  }

  @Test
  void editIgnoresIdAndTimestamps() {
    wire.edit(id, "{\"id\":\"" + UNKNOWN_ID + "\",\"created_at\":\"never\",\"updated_at\":1}");

    assertThat(wire.get(id).data()).isEqualTo(before);
  }

  @Test
  void replaceAndEdit404UnknownId() {
    wire.replace(UNKNOWN_ID, body("two", "https://example.com/2"))
        .isError(404, "Webhook not found");
    wire.edit(UNKNOWN_ID, "{\"name\":\"two\"}").isError(404, "Webhook not found");
    assertThat(wire.list().data()).containsExactly(before);
  }

  @Test
  void replaceAndEdit400NoUuid() {
    String message = "BAD_REQUEST \"id\" must be a valid GUID";

    for (String noUuid : List.of("one", id + "0", id.substring(1))) {
      wire.replace(noUuid, body("two", "https://example.com/2")).isError(400, message);
      wire.edit(noUuid, "{\"name\":\"two\"}").isError(400, message);
    }
  }

  private void assertUpdated(JsonNode after) {
    assertThat(after.get("created_at")).isEqualTo(before.get("created_at"));
    assertThat(after.get("updated_at").asText()).isGreaterThan(before.get("updated_at").asText());
  }
}

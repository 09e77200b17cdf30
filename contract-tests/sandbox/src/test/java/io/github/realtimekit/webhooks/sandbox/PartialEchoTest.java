package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class PartialEchoTest extends SandboxTest {
  PartialEchoTest() {
    super(true);
  }

  @Test
  void replaceAndEditLeaveEnabledOut() {
    String id = wire.create(body("one", "https://example.com/one")).id();
    String rest = "/" + id;
    Reply replaced = wire.send("PUT", wire.webhooks(rest), body("two", "https://example.com/2"));
    Reply edited = wire.send("PATCH", wire.webhooks(rest), "{\"name\":\"three\"}");

    assertThat(replaced.data().fieldNames())
        .toIterable()
        .contains("id", "created_at", "events", "name", "updated_at", "url")
        .doesNotContain("enabled");
    assertThat(edited.data().fieldNames())
        .toIterable()
        .contains("id", "created_at", "events", "name", "updated_at", "url")
        .doesNotContain("enabled");
    assertThat(edited.data().get("name").asText()).isEqualTo("three");
    assertThat(wire.againstSpec("PUT", rest, replaced)).isNotEmpty();
    assertThat(wire.againstSpec("PATCH", rest, edited)).isNotEmpty();
  }

  @Test
  void nothingIsLostAndTheOtherOperationsReturnAll() {
    JsonNode created = wire.create(body("one", "https://example.com/one")).data();
    String id = created.get("id").asText();
    wire.send("PATCH", wire.webhooks("/" + id), "{\"enabled\":false}");

    JsonNode webhook = wire.get(id).data();
    assertThat(webhook.get("enabled").booleanValue()).isFalse();
    assertThat(webhook.get("created_at")).isEqualTo(created.get("created_at"));
    assertThat(wire.list().data()).containsExactly(webhook);
    assertThat(wire.delete(id).data()).isEqualTo(webhook);
  }

  @Test
  void errorsStayWhole() {
    wire.edit(UNKNOWN_ID, "{}").isError(404, "Webhook not found");
  }
}

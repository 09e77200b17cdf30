package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAndGetTest extends SandboxTest {
  @Test
  void list404ForAppWithoutWebhooks() {
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void list404AfterTheLastIsDeleted() {
    String id = wire.create(body("only", "https://example.com/only")).id();
    wire.delete(id);

    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void listInOrderOfCreation() {
    for (String name : List.of("c", "a", "b")) {
      wire.create(body(name, "https://example.com/" + name));
    }
    String first = wire.list().data().get(0).get("id").asText();
    wire.edit(first, "{\"name\":\"c again\"}");

    assertThat(wire.list().status()).isEqualTo(200);
    assertThat(wire.list().data())
        .extracting(webhook -> webhook.get("name").asText())
        .containsExactly("c again", "a", "b");
  }

  @Test
  void listAndGetGiveWhatCreateGave() {
    JsonNode created = wire.create(body("one", "https://example.com/one")).data();

    assertThat(wire.list().data()).containsExactly(created);
    assertThat(wire.get(created.get("id").asText()).data()).isEqualTo(created);
  }

  @Test
  void getTakesIdInCapitals() {
    String id = wire.create(body("one", "https://example.com/one")).id();

    assertThat(wire.get(id.toUpperCase(Locale.ROOT)).id()).isEqualTo(id);
  }

  @Test
  void get404UnknownId() {
    wire.create(body("another", "https://example.com/another"));

    wire.get(UNKNOWN_ID).isError(404, "Webhook not found");
  }

  @Test
  void get404IdOfAnotherApp() {
    String id = wire.create(body("one", "https://example.com/one")).id();

    wire.withApp("account", "another").get(id).isError(404, "Webhook not found");
    wire.withApp("another", "app").get(id).isError(404, "Webhook not found");
    wire.withApp("app", "account").list().isError(404, "No webhooks found");
    assertThat(wire.get(id).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"every", "1-1-1-1-1", "0d1f069d43bb489aad8c7eb95592ba8e", "%20"})
  void get400IdIsNoUuid(String id) {
    wire.get(id).isError(400, "BAD_REQUEST \"id\" must be a valid GUID");
  }

  @Test
  void accountAndAppOfAnyLengthAndSpelling() {
    Wire spelled = wire.withApp("a".repeat(300), "b%20+%2F%C3%A9");
    String id = spelled.create(body("one", "https://example.com/one")).id();

    assertThat(wire.withApp("a".repeat(300), "%62%20%2B%2Fé").get(id).id()).isEqualTo(id);
    wire.withApp("a".repeat(299), "b%20+%2F%C3%A9").list().isError(404, "No webhooks found");
  }
}

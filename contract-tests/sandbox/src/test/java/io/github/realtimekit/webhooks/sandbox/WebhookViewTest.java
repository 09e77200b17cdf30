package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses with fields that the YAML may have one day. */
class WebhookViewTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # what     | the field in Webhook            | stored           | shown
          a secret   |                                 | "sample_field":"s3cret", |
          a field    | {"type":"string"}               | "sample_field":"text",   | "sample_field":"text",
          no field   | {"type":"string"}               |                  |
          a removal  | {"type":"string"}               | "sample_field":null,     |
          a null     | {"type":"string","nullable":true} | "sample_field":null,   | "sample_field":null,
          """)
  void showsTheFieldsOfTheSchema(String what, String property, String stored, String shown) {
    ObjectNode tree = Spec.load().tree().deepCopy();
    ((ObjectNode) tree.at("/components/schemas/Webhook")).remove("required");
    if (property != null) {
      ((ObjectNode) tree.at("/components/schemas/Webhook/properties"))
          .set("sample_field", Json.parse(property).orElseThrow());
    }

    assertThat(new WebhookView(Spec.of(tree)).of(webhook(stored))).isEqualTo(webhook(shown));
  }

  @ParameterizedTest
  @CsvSource({"'\"version\":7,', 7", "'', 3"})
  void showsTheExampleOfARequiredFieldThatNoRequestSets(String stored, int version) {
    ObjectNode tree = Spec.load().tree().deepCopy();
    ObjectNode schema = (ObjectNode) tree.at("/components/schemas/Webhook");
    schema.putArray("required").add("id").add("version");
    schema.withObject("properties").putObject("version").put("type", "integer");
    schema.withObject("example").put("version", 3);

    assertThat(new WebhookView(Spec.of(tree)).of(webhook(stored)).path("version").asInt())
        .isEqualTo(version);
  }

  private static ObjectNode webhook(String field) {
    String json =
        """
        {"id":"0d1f069d-43bb-489a-ad8c-7eb95592ba8e","created_at":"2022-05-28T07:01:53.075Z",
        %s "updated_at":"2022-05-28T07:01:53.075Z"}"""
            .formatted(field == null ? "" : field);
    return (ObjectNode) Json.parse(json).orElseThrow();
  }
}

package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.HashSet;
import java.util.Set;

/** Makes a JSON value of a schema, with every field that it has. */
final class SchemaSample {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Spec spec;
  private final Set<JsonNode> open = new HashSet<>();

  private SchemaSample(Spec spec) {
    this.spec = spec;
  }

  static JsonNode of(Spec spec, JsonNode schema) {
    return new SchemaSample(spec).sample(schema);
  }

  private JsonNode sample(JsonNode written) {
    JsonNode schema = spec.resolve(written);
    if (schema.has("enum")) {
      return schema.at("/enum/0");
    }
    if (schema.has("discriminator")) {
      return sample(schema.at("/oneOf/0"));
    }
    return switch (schema.path("type").asText("object")) {
      case "array" -> array(schema.path("items"));
      case "boolean" -> JSON.booleanNode(true);
      case "integer" -> JSON.numberNode(7);
      case "number" -> JSON.numberNode(7.5);
      case "string" -> JSON.textNode(text(schema.path("format").asText()));
      default -> object(schema);
    };
  }

  private JsonNode array(JsonNode items) {
    ArrayNode array = JSON.arrayNode().add(sample(items));
    return spec.resolve(items).path("nullable").asBoolean() ? array.addNull() : array;
  }

  private JsonNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    if (!open.add(schema)) {
      return object;
    }
    schema.path("allOf").forEach(part -> object.setAll((ObjectNode) sample(part)));
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (!open.contains(spec.resolve(field.getValue()))) {
                object.set(field.getKey(), sample(field.getValue()));
              }
            });
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject() && !others.isEmpty()) {
      object.set("a key", sample(others));
    } else if (!schema.has("properties") && !schema.has("allOf")) {
      object.putArray("free").add("form").addObject().put("nested", true);
    }
    open.remove(schema);
    return object;
  }

  private static String text(String format) {
    return switch (format) {
      case "uuid" -> "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";
      case "uri" -> "https://example.com/a";
      case "date-time" -> "2026-01-02T03:04:05Z";
      case "date" -> "2026-01-02";
      case "int64" -> "9007199254740993";
      default -> "a & <b> \"c\"";
    };
  }
}

package io.github.realtimekit.webhooks.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Makes bodies of the spec's examples, so that a field added there needs no edit here. */
record Examples(Spec spec) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern TIME =
      Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)\"");
  private static final Map<String, String> FORMATS =
      Map.of(
          "uuid", "0d1f069d-43bb-489a-ad8c-7eb95592ba8e",
          "date-time", "2022-05-28T07:01:53.075Z",
          "uri", "https://example.com/");

  /** Returns a value with every field of the schema, also with those that its example lacks. */
  JsonNode everyField(JsonNode schema) {
    return everyField(schema, MissingNode.getInstance());
  }

  private JsonNode everyField(JsonNode reference, JsonNode given) {
    JsonNode schema = spec.resolve(reference);
    JsonNode example = given.isMissingNode() ? schema.path("example") : given;
    return switch (schema.path("type").asText()) {
      case "object" -> {
        ObjectNode object = JSON.objectNode();
        schema
            .path("properties")
            .properties()
            .forEach(
                property ->
                    object.set(
                        property.getKey(),
                        everyField(property.getValue(), example.path(property.getKey()))));
        yield object;
      }
      case "array" -> {
        ArrayNode array = JSON.arrayNode();
        example.forEach(entry -> array.add(everyField(schema.path("items"), entry)));
        yield array.isEmpty() ? array.add(everyField(schema.path("items"))) : array;
      }
      default -> example.isMissingNode() ? scalar(schema) : example;
    };
  }

  private static JsonNode scalar(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "boolean" -> JSON.booleanNode(false);
      case "integer", "number" -> JSON.numberNode(1);
      default ->
          schema.has("enum")
              ? schema.at("/enum/0")
              : JSON.textNode(FORMATS.getOrDefault(schema.path("format").asText(), "text"));
    };
  }

  /** Returns the value without the fields that its schema does not require. */
  JsonNode requiredFields(JsonNode reference, JsonNode value) {
    JsonNode schema = spec.resolve(reference);
    if (value.isArray()) {
      ArrayNode array = JSON.arrayNode();
      value.forEach(entry -> array.add(requiredFields(schema.path("items"), entry)));
      return array;
    }
    if (!value.isObject()) {
      return value;
    }
    ObjectNode object = JSON.objectNode();
    value
        .properties()
        .forEach(
            field -> {
              if (isRequired(schema, field.getKey())) {
                JsonNode property = schema.path("properties").path(field.getKey());
                object.set(field.getKey(), requiredFields(property, field.getValue()));
              }
            });
    return object;
  }

  /** Returns the value with each time in one form: what is equal may be written differently. */
  static JsonNode withEqualTimes(JsonNode value) {
    try {
      return new ObjectMapper()
          .readTree(
              TIME.matcher(value.toString())
                  .replaceAll(time -> '"' + Instant.parse(time.group(1)).toString() + '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRequired(JsonNode schema, String field) {
    return StreamSupport.stream(schema.path("required").spliterator(), false)
        .anyMatch(name -> name.asText().equals(field));
  }
}

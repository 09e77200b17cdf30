package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values that a schema allows, chosen for their variety: sample {@code n} takes choice {@code n} of
 * each list, so a dozen samples show each choice, and each run shows the same. Where the contract
 * is narrower than the schema, the value is fixed or the array not empty.
 */
record Samples(Spec spec, Map<String, JsonNode> fixed, Set<String> notEmpty) {
  static final int COUNT = 12;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "uuid",
          List.of("0d1f069d-43bb-489a-ad8c-7eb95592ba8e", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"),
          "date-time",
          List.of(
              "2022-05-28T07:01:53.075Z",
              "2022-05-28T07:01:53Z",
              "1999-12-31T23:59:59.123456789+05:30",
              "2022-05-28T07:01:53.1-11:00"),
          "uri",
          List.of("https://example.com/", "http://[::1]:8080/a?b=c#d", "urn:isbn:0451450523"));
  private static final List<String> STRINGS =
      List.of("a name", "", "Ünï©öde 🎥\n\"", "x".repeat(999));
  private static final List<Integer> INTEGERS = List.of(400, 0, -1, Integer.MAX_VALUE);
  private static final List<Integer> LENGTHS = List.of(1, 0, 3);

  /** An event that came after this version of the spec. */
  static final String UNKNOWN_EVENT = "meeting.exploded";

  JsonNode sample(JsonNode schema, int n) {
    return sample("", schema, n);
  }

  private JsonNode sample(String path, JsonNode node, int n) {
    if (fixed.containsKey(path)) {
      return fixed.get(path);
    }
    JsonNode schema = spec.resolve(node);
    return switch (schema.path("type").asText()) {
      case "object" -> object(path, schema, n);
      case "array" -> array(path + "[]", schema.path("items"), n);
      case "boolean" -> JSON.booleanNode(n % 2 == 0);
      case "integer" -> JSON.numberNode(choice(INTEGERS, n));
      case "string" -> JSON.textNode(choice(strings(schema), n));
      default -> throw new IllegalArgumentException("no samples for " + path + ": " + schema);
    };
  }

  /** With the fields that may be missing in every other sample. */
  private JsonNode object(String path, JsonNode schema, int n) {
    ObjectNode object = JSON.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              String inside = Fields.join(path, field.getKey());
              boolean nested = inside.contains("error_chain");
              if (required.contains(field.getKey()) || (n % 2 == 1 && !nested)) {
                object.set(field.getKey(), sample(inside, field.getValue(), n));
              }
            });
    return object;
  }

  private JsonNode array(String path, JsonNode items, int n) {
    ArrayNode array = JSON.arrayNode();
    int length = Math.max(notEmpty.contains(path) ? 1 : 0, choice(LENGTHS, n));
    for (int i = 0; i < length; i++) {
      array.add(sample(path, items, n + i));
    }
    return array;
  }

  private static List<String> strings(JsonNode schema) {
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema.get("enum").forEach(value -> values.add(value.asText()));
      values.add(UNKNOWN_EVENT);
      return values;
    }
    return FORMATS.getOrDefault(schema.path("format").asText(), STRINGS);
  }

  private static <T> T choice(List<T> from, int n) {
    return from.get(n % from.size());
  }
}

package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Reads and writes JSON as trees: the sandbox has no model of a webhook that could be wrong. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Returns the value, empty if the text is not exactly one. */
  static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Changes an object by a JSON merge patch (RFC 7396).
   *
   * @param removesNulls whether a null removes its field; without, the patches are joined
   */
  static void merge(ObjectNode target, ObjectNode patch, boolean removesNulls) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue() instanceof ObjectNode inner) {
        JsonNode before = target.path(field.getKey());
        ObjectNode merged = before instanceof ObjectNode object ? object : object();
        merge(merged, inner, removesNulls);
        target.set(field.getKey(), merged);
      } else if (field.getValue().isNull() && removesNulls) {
        target.remove(field.getKey());
      } else {
        target.set(field.getKey(), field.getValue());
      }
    }
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a request to the sandbox's own endpoints. What is wrong with one is an
 * IllegalArgumentException, whose message names the field and what it may be.
 */
record Input(ObjectNode fields) {
  /** Reads a body, which is a JSON object. */
  static Input ofBody(String body) {
    return Json.parse(body)
        .filter(ObjectNode.class::isInstance)
        .map(object -> new Input((ObjectNode) object))
        .orElseThrow(() -> new IllegalArgumentException("the body must be a JSON object"));
  }

  /** Reads a query, as in {@code app_id=app&limit=10}; without one there are no fields. */
  static Input ofQuery(String rawQuery) {
    ObjectNode fields = Json.object();
    for (String field : rawQuery.split("&", -1)) {
      int end = field.indexOf('=');
      if (end > 0) {
        fields.put(
            URLDecoder.decode(field.substring(0, end), UTF_8),
            URLDecoder.decode(field.substring(end + 1), UTF_8));
      }
    }
    return new Input(fields);
  }

  /** Rejects fields with other names, which may be misspelled. */
  Input only(String... names) {
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      if (!List.of(names).contains(field.getKey())) {
        throw new IllegalArgumentException(
            "unknown field " + quoted(field.getKey()) + "; there are " + List.of(names));
      }
    }
    return this;
  }

  boolean has(String name) {
    return fields.has(name);
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new IllegalArgumentException(quoted(name) + " is required"));
  }

  Optional<String> optionalText(String name) {
    JsonNode value = fields.path(name);
    if (!value.isTextual() && !value.isMissingNode()) {
      throw new IllegalArgumentException(quoted(name) + " must be a string, not: " + value);
    }
    return Optional.ofNullable(value.textValue());
  }

  boolean bool(String name) {
    if (!fields.path(name).isBoolean()) {
      throw new IllegalArgumentException(quoted(name) + " must be true or false");
    }
    return fields.get(name).booleanValue();
  }

  /** Returns a number from the lowest to the highest, both included. */
  BigDecimal number(String name, int lowest, int highest) {
    String text = fields.path(name).asText();
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.compareTo(BigDecimal.valueOf(lowest)) >= 0
          && number.compareTo(BigDecimal.valueOf(highest)) <= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Has the same message.
    }
    throw new IllegalArgumentException(
        "%s must be a number from %d to %d%s"
            .formatted(quoted(name), lowest, highest, text.isEmpty() ? "" : ", not: " + text));
  }

  /** Returns a whole number from the lowest to the highest, both included. */
  int wholeNumber(String name, int lowest, int highest) {
    BigDecimal number = number(name, lowest, highest);
    if (number.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(quoted(name) + " must be a whole number, not: " + number);
    }
    return number.intValue();
  }

  /** Returns the texts of an array, each of which is one of the choices; empty if it is missing. */
  List<String> choices(String name, Collection<String> choices) {
    JsonNode values = fields.path(name);
    if (!values.isArray() && !values.isMissingNode()) {
      throw new IllegalArgumentException(
          quoted(name) + " must be an array of some of " + choices + ", not: " + values);
    }
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(choice(name, value.asText(), choices)));
    return texts;
  }

  /** Returns the text if it is one of the choices. */
  static String choice(String name, String text, Collection<String> choices) {
    if (!choices.contains(text)) {
      throw new IllegalArgumentException(
          quoted(name) + " must be one of " + choices + ", not: " + text);
    }
    return text;
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}

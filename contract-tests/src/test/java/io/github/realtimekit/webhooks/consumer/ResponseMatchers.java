package io.github.realtimekit.webhooks.consumer;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher.NumberType;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.Map;

/** Lets each field of a response have any value of its schema's type and format. */
record ResponseMatchers(Spec spec, MatchingRuleCategory rules) {
  private static final Map<String, String> FORMATS =
      Map.of(
          "uuid", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
          "date-time", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})",
          "uri", "[A-Za-z][A-Za-z0-9+.-]*:\\S+");

  /**
   * Adds the rules for a value.
   *
   * @param path of the value, as in {@code $.data}
   */
  void add(String path, JsonNode reference, JsonNode value) {
    JsonNode schema = spec.resolve(reference);
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field ->
                  add(
                      path + "." + field.getKey(),
                      schema.path("properties").path(field.getKey()),
                      field.getValue()));
    } else if (value.isArray()) {
      rules.addRule(path, new MinTypeMatcher(path.equals("$.data") ? 1 : 0));
      add(path + "[*]", schema.path("items"), value.path(0));
    } else if (!path.equals("$.success")) {
      // A false success is an error, whatever the status code.
      rules.addRule(path, rule(schema));
    }
  }

  private static MatchingRule rule(JsonNode schema) {
    String format = FORMATS.get(schema.path("format").asText());
    return switch (schema.path("type").asText()) {
      case "integer" -> new NumberTypeMatcher(NumberType.INTEGER);
      case "number" -> new NumberTypeMatcher(NumberType.NUMBER);
      default -> format == null ? TypeMatcher.INSTANCE : new RegexMatcher(format);
    };
  }
}

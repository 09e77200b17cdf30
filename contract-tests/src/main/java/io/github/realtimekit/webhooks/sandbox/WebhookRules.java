package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The fields of a body that passed every rule, in the order of the rules. The rules are those of
 * the spec and no others: an empty name or no events at all pass, and unknown fields are left out,
 * since the spec does not forbid them. That the API does the same is assumed.
 */
final class WebhookRules {
  private static final List<String> REQUIRED = List.of("name", "url", "events");

  private final List<String> events;
  private final Map<String, BiConsumer<String, JsonNode>> rules = new LinkedHashMap<>();

  WebhookRules(List<String> events) {
    this.events = List.copyOf(events);
    rules.put("name", WebhookRules::checkString);
    rules.put("url", WebhookRules::checkUri);
    rules.put("events", this::checkEvents);
    rules.put("enabled", WebhookRules::checkBoolean);
  }

  /** For create and replace: a body without {@code enabled} means true, as the spec's default. */
  ObjectNode whole(byte[] body) {
    ObjectNode fields = check(body, REQUIRED);
    if (!fields.has("enabled")) {
      fields.put("enabled", true);
    }
    return fields;
  }

  /** For edit: any of the fields, none included, which is assumed to be accepted. */
  ObjectNode part(byte[] body) {
    return check(body, List.of());
  }

  List<String> events() {
    return events;
  }

  private ObjectNode check(byte[] body, List<String> required) {
    JsonNode json = Json.parse(body).orElseThrow(() -> Refusal.badRequest(Text.NOT_JSON));
    if (!json.isObject()) {
      throw Refusal.badRequest(Text.NOT_AN_OBJECT);
    }
    ObjectNode fields = Json.object();
    rules.forEach(
        (field, rule) -> {
          JsonNode value = json.get(field);
          if (value != null) {
            rule.accept(field, value);
            fields.set(field, value);
          } else if (required.contains(field)) {
            throw Refusal.badRequest(Text.REQUIRED, field);
          }
        });
    return fields;
  }

  private static void checkString(String field, JsonNode value) {
    if (!value.isTextual()) {
      throw Refusal.badRequest(Text.NOT_A_STRING, field);
    }
  }

  private static void checkUri(String field, JsonNode value) {
    checkString(field, value);
    if (!isAbsoluteUri(value.textValue())) {
      throw Refusal.badRequest(Text.NOT_A_URI, field);
    }
  }

  private static boolean isAbsoluteUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void checkBoolean(String field, JsonNode value) {
    if (!value.isBoolean()) {
      throw Refusal.badRequest(Text.NOT_A_BOOLEAN, field);
    }
  }

  private void checkEvents(String field, JsonNode value) {
    if (!value.isArray()) {
      throw Refusal.badRequest(Text.NOT_AN_ARRAY, field);
    }
    List<JsonNode> given = new ArrayList<>();
    value.forEach(given::add);
    for (int i = 0; i < given.size(); i++) {
      if (!given.get(i).isTextual() || !events.contains(given.get(i).textValue())) {
        throw Refusal.badRequest(Text.NOT_AN_EVENT, i, String.join(", ", events));
      }
    }
  }
}

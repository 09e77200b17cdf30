package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.HashMap;
import java.util.Map;

/**
 * What responses, and the sandbox's page, show of stored webhooks: the fields that their schema
 * has. A request may have others, such as a secret that is never returned.
 */
final class WebhookView {
  private final Map<String, JsonNode> fields;

  /** Examples of the required fields that no request sets. */
  private final Map<String, JsonNode> setByTheApi = new HashMap<>();

  WebhookView(Spec spec) {
    JsonNode schema = spec.tree().at("/components/schemas/Webhook");
    JsonNode request = spec.resolve(spec.operation("createWebhook").requestSchema());
    this.fields = spec.entries(schema.path("properties"));
    for (JsonNode name : schema.path("required")) {
      if (!request.path("properties").has(name.asText())) {
        setByTheApi.put(name.asText(), schema.path("example").path(name.asText()));
      }
    }
  }

  ArrayNode of(ArrayNode stored) {
    ArrayNode shown = Json.array();
    stored.forEach(webhook -> shown.add(of((ObjectNode) webhook)));
    return shown;
  }

  ObjectNode of(ObjectNode stored) {
    ObjectNode shown = stored.deepCopy().retain(fields.keySet());
    shown.properties().removeIf(field -> isRemoved(field.getKey(), field.getValue()));
    setByTheApi.forEach(shown::putIfAbsent);
    return shown;
  }

  /** A null in an edit removes the field, unless responses have it as null. */
  private boolean isRemoved(String field, JsonNode value) {
    JsonNode schema = fields.getOrDefault(field, MissingNode.getInstance());
    return value.isNull() && !schema.path("nullable").asBoolean();
  }
}

package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/** Deliveries over HTTP: {@code {"event": …, "account_id": …, "app_id": …, "fields": {…}}}. */
final class DeliveryRequests {
  static final String PATH = "/sandbox/deliveries";

  private final Deliveries deliveries;

  DeliveryRequests(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** Delivers as the request says, and returns the attempts. */
  JsonNode respond(JsonNode request) {
    EventDelivery delivery = EventDelivery.of(text(request, "event"));
    if (request.has("fields")) {
      delivery = delivery.fields(request.get("fields").toString());
    }
    for (JsonNode fault : request.path("faults")) {
      delivery = delivery.with(fault(fault.asText()));
    }
    AppKey app = new AppKey(text(request, "account_id"), text(request, "app_id"));
    ObjectNode response = Json.object();
    ArrayNode attempts = response.putArray("attempts");
    for (DeliveryAttempt attempt : deliveries.deliver(app, delivery)) {
      attempts
          .addObject()
          .put("event", attempt.event())
          .put("webhook_id", attempt.webhookId())
          .put("url", attempt.url())
          .put("id", attempt.id())
          .put("status", attempt.status())
          .put("error", attempt.error());
    }
    return response;
  }

  private static String text(JsonNode request, String field) {
    if (!request.path(field).isTextual()) {
      throw new IllegalArgumentException("\"" + field + "\" is required");
    }
    return request.get(field).textValue();
  }

  /** From {@code bad_signature} to BAD_SIGNATURE. */
  private static DeliveryFault fault(String name) {
    return Arrays.stream(DeliveryFault.values())
        .filter(fault -> fault.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no fault "
                        + name
                        + "; there are "
                        + Arrays.toString(DeliveryFault.values()).toLowerCase(Locale.ROOT)));
  }
}

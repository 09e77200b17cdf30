package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Delivers events to the webhooks that subscribed to them, with retries. Thread-safe. */
final class Deliveries {
  /** Neither number of retries nor waits are documented; Dyte's documentation had five retries. */
  static final int RETRIES = 5;

  private static final Duration FIRST_WAIT = Duration.ofMillis(50);

  private final Spec spec;
  private final SigningKey key;
  private final DeliverySender sender;
  private final Map<String, Integer> delivered = new HashMap<>();

  Deliveries(Spec spec, SigningKey key, DeliverySender sender) {
    this.spec = spec;
    this.key = key;
    this.sender = sender;
  }

  /** Returns the attempts for this event, and for those that were held back until now. */
  List<DeliveryAttempt> deliver(AppState app, EventDelivery delivery) {
    if (delivery.has(DeliveryFault.REORDER)) {
      app.holdBack(delivery);
      return List.of();
    }
    List<DeliveryAttempt> made = new ArrayList<>(deliverNow(app, delivery));
    app.takeHeldBack().forEach(late -> made.addAll(deliverNow(app, late)));
    return made;
  }

  private List<DeliveryAttempt> deliverNow(AppState app, EventDelivery delivery) {
    if (delivery.has(DeliveryFault.ROTATED_KEY)) {
      key.rotate();
    }
    String body = body(delivery);
    List<DeliveryAttempt> made = new ArrayList<>();
    for (JsonNode webhook : app.list()) {
      if (webhook.path("enabled").asBoolean() && isSubscribed(webhook, delivery.type())) {
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < (delivery.has(DeliveryFault.DUPLICATE) ? 2 : 1); i++) {
          made.addAll(deliver(webhook, id, delivery, body));
        }
      }
    }
    made.forEach(app::add);
    return made;
  }

  /** Nothing can subscribe to an unknown event, so all webhooks receive it. */
  private boolean isSubscribed(JsonNode webhook, String type) {
    return !spec.values("EventType").contains(type)
        || StreamSupport.stream(webhook.path("events").spliterator(), false)
            .anyMatch(event -> event.asText().equals(type));
  }

  private String body(EventDelivery delivery) {
    JsonNode mapping = spec.tree().at("/components/schemas/Event/discriminator/mapping");
    JsonNode reference = Json.object().set("$ref", mapping.path(delivery.type()));
    JsonNode example =
        mapping.has(delivery.type()) ? spec.resolve(reference).path("example") : Json.object();
    ObjectNode body = Json.object().put("event", delivery.type());
    body.setAll((ObjectNode) example.deepCopy());
    distinguish(body, delivery.type());
    Json.merge(body, delivery.changes(), true);
    return Json.text(body);
  }

  /**
   * Moves the time of creation on, by a millisecond for each earlier delivery of the type: equal
   * bodies are one event to a receiver. Examples without that time stay as they are.
   */
  private synchronized void distinguish(ObjectNode body, String type) {
    int earlier = delivered.merge(type, 1, Integer::sum) - 1;
    ObjectNode parent = body.findParent("createdAt");
    if (parent != null) {
      Instant createdAt = Instant.parse(parent.get("createdAt").textValue());
      parent.put("createdAt", AppState.TIMESTAMP.format(createdAt.plusMillis(earlier)));
    }
  }

  private List<DeliveryAttempt> deliver(
      JsonNode webhook, String firstId, EventDelivery delivery, String body) {
    List<DeliveryAttempt> made = new ArrayList<>();
    String id = firstId;
    Duration wait = FIRST_WAIT;
    DeliveryAttempt attempt = sender.send(webhook, id, delivery, body);
    made.add(attempt);
    while (made.size() <= RETRIES
        && attempt.isRetried()
        && sender.isAllowed(attempt.url())
        && !Thread.currentThread().isInterrupted()) {
      sleep(wait);
      wait = wait.multipliedBy(2);
      id = delivery.has(DeliveryFault.NEW_ID_ON_RETRY) ? UUID.randomUUID().toString() : id;
      attempt = sender.send(webhook, id, delivery, body);
      made.add(attempt);
    }
    return made;
  }

  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

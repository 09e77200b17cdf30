package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.sandbox.Delivery.Verdict;
import io.github.realtimekit.webhooks.spec.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;

/** Delivers events to the webhooks that subscribed to them, with retries. Thread-safe. */
final class Deliveries {
  /** Neither number of retries nor waits are documented; Dyte's documentation had five retries. */
  static final int RETRIES = 5;

  /** Each further wait is twice as long. */
  static final Duration FIRST_WAIT = Duration.ofMillis(50);

  private final Spec spec;
  private final SigningKey key;
  private final DeliverySender sender;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, Integer> delivered = new HashMap<>();

  Deliveries(Spec spec, SigningKey key, DeliverySender sender) {
    this.spec = spec;
    this.key = key;
    this.sender = sender;
  }

  /** Returns the attempts for this event, and for those that were held back until now. */
  List<DeliveryAttempt> deliver(AppState app, EventDelivery event) {
    if (event.has(DeliveryFault.REORDER)) {
      app.holdBack(event);
      return List.of();
    }
    List<DeliveryAttempt> made = new ArrayList<>(deliverNow(app, event));
    app.takeHeldBack().forEach(late -> made.addAll(deliverNow(app, late)));
    return made;
  }

  private List<DeliveryAttempt> deliverNow(AppState app, EventDelivery event) {
    if (event.has(DeliveryFault.ROTATED_KEY)) {
      key.rotate();
    }
    String body = body(event);
    List<DeliveryAttempt> made = new ArrayList<>();
    for (JsonNode webhook : app.list()) {
      if (isSubscribed(webhook, event)) {
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < (event.has(DeliveryFault.DUPLICATE) ? 2 : 1); i++) {
          Delivery delivery = new Delivery(numbers.incrementAndGet(), webhook, event, body);
          app.add(delivery);
          deliver(delivery, id);
          made.addAll(delivery.attempts());
        }
      }
    }
    return made;
  }

  /** Nothing can subscribe to an unknown event, so all webhooks receive it. */
  private boolean isSubscribed(JsonNode webhook, EventDelivery event) {
    return webhook.path("enabled").asBoolean()
        && event.isFor(webhook.path("id").asText())
        && (!spec.values("EventType").contains(event.type())
            || StreamSupport.stream(webhook.path("events").spliterator(), false)
                .anyMatch(type -> type.asText().equals(event.type())));
  }

  private String body(EventDelivery event) {
    JsonNode mapping = spec.tree().at("/components/schemas/Event/discriminator/mapping");
    JsonNode reference = Json.object().set("$ref", mapping.path(event.type()));
    JsonNode example =
        mapping.has(event.type()) ? spec.resolve(reference).path("example") : Json.object();
    ObjectNode body = Json.object().put("event", event.type());
    body.setAll((ObjectNode) example.deepCopy());
    distinguish(body, event.type());
    Json.merge(body, event.changes(), true);
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

  private void deliver(Delivery delivery, String firstId) {
    if (!sender.isAllowed(delivery.url())) {
      delivery.add(
          Instant.now(),
          delivery.attempt(
              firstId,
              0,
              "not a loopback address; --deliver-anywhere or deliversAnywhere(true) allows others"));
      delivery.end(Verdict.NOT_SENT);
      return;
    }
    String id = firstId;
    Duration wait = FIRST_WAIT;
    DeliveryAttempt attempt = attempt(delivery, id);
    for (int retries = 0;
        retries < RETRIES && attempt.isRetried() && !Thread.currentThread().isInterrupted();
        retries++) {
      sleep(wait);
      wait = wait.multipliedBy(2);
      if (delivery.event().has(DeliveryFault.NEW_ID_ON_RETRY)) {
        id = UUID.randomUUID().toString();
      }
      attempt = attempt(delivery, id);
    }
    delivery.end(
        attempt.isDelivered()
            ? Verdict.DELIVERED
            : attempt.isRetried() ? Verdict.FAILED : Verdict.REJECTED);
  }

  private DeliveryAttempt attempt(Delivery delivery, String id) {
    Instant began = Instant.now();
    DeliveryAttempt attempt = sender.send(delivery, id);
    delivery.add(began, attempt);
    return attempt;
  }

  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

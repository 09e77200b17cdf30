package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An event to deliver: the spec's example of its type, which can be changed. Immutable.
 *
 * <pre>{@code
 * app.deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.DUPLICATE));
 * }</pre>
 */
public final class EventDelivery {
  private final String type;
  private final ObjectNode changes;
  private final Set<DeliveryFault> faults;
  private final Optional<String> webhookId;

  private EventDelivery(
      String type, ObjectNode changes, Set<DeliveryFault> faults, Optional<String> webhookId) {
    this.type = type;
    this.changes = changes;
    this.faults = faults;
    this.webhookId = webhookId;
  }

  /**
   * Returns a delivery of an event.
   *
   * @param type such as {@code meeting.ended}; one that the spec does not have is delivered to
   *     every enabled webhook, without fields
   */
  public static EventDelivery of(String type) {
    return new EventDelivery(
        type, Json.object(), EnumSet.noneOf(DeliveryFault.class), Optional.empty());
  }

  /**
   * Returns a delivery whose event has other fields.
   *
   * @param mergePatch changes of the example as JSON merge patch (RFC 7396), as in {@code
   *     {"meeting": {"title": "Planning", "roomName": null}}}; null removes a field
   * @throws IllegalArgumentException if it is not a JSON object
   */
  public EventDelivery fields(String mergePatch) {
    JsonNode patch = Json.parse(mergePatch).orElse(Json.object().nullNode());
    if (!(patch instanceof ObjectNode object)) {
      throw new IllegalArgumentException("not a JSON object: " + mergePatch);
    }
    ObjectNode all = changes.deepCopy();
    Json.merge(all, object, false);
    return new EventDelivery(type, all, faults, webhookId);
  }

  /** Returns a delivery that has this fault too. */
  public EventDelivery with(DeliveryFault fault) {
    Set<DeliveryFault> all = EnumSet.of(fault);
    all.addAll(faults);
    return new EventDelivery(type, changes, all, webhookId);
  }

  /** Returns a delivery to this webhook alone, if it is enabled and subscribed to the event. */
  EventDelivery to(String id) {
    return new EventDelivery(type, changes, faults, Optional.of(id));
  }

  String type() {
    return type;
  }

  ObjectNode changes() {
    return changes;
  }

  Set<DeliveryFault> faults() {
    return faults;
  }

  /** Returns whether the delivery may go to the webhook. */
  boolean isFor(String id) {
    return webhookId.map(id::equals).orElse(true);
  }

  boolean has(DeliveryFault fault) {
    return faults.contains(fault);
  }
}

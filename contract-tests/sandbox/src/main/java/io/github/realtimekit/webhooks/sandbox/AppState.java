package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/**
 * The webhooks of one app in the order of their creation, the failures that wait for its next
 * requests, and its latest deliveries. Thread-safe: one lock guards all of it, and a stored webhook
 * is never changed, but replaced by a changed copy.
 */
final class AppState {
  /** As in 2022-05-28T07:01:53.075Z: always with three digits of milliseconds. */
  static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Map<UUID, ObjectNode> webhooks = new LinkedHashMap<>();
  private final Queue<Failure> failures = new ArrayDeque<>();
  private final List<EventDelivery> heldBack = new ArrayList<>();
  private final Queue<Delivery> deliveries = new ArrayDeque<>();
  private int deliveriesSize;

  synchronized ArrayNode list() {
    return Json.array().addAll(webhooks.values());
  }

  /** Returns the new webhook, empty if another webhook has the URL. */
  Optional<ObjectNode> create(ObjectNode fields) {
    return create(UUID.randomUUID(), fields);
  }

  synchronized Optional<ObjectNode> create(UUID id, ObjectNode fields) {
    if (webhooks.values().stream().anyMatch(each -> each.path("url").equals(fields.path("url")))) {
      return Optional.empty();
    }
    String now = TIMESTAMP.format(Instant.now());
    ObjectNode webhook = Json.object().put("id", id.toString()).put("created_at", now);
    webhook.setAll(fields);
    webhook.put("updated_at", now);
    webhooks.put(id, webhook);
    return Optional.of(webhook);
  }

  synchronized Optional<ObjectNode> get(UUID id) {
    return Optional.ofNullable(webhooks.get(id));
  }

  /** Sets the fields that are given, and the time of the update unless none is. */
  synchronized Optional<ObjectNode> update(UUID id, ObjectNode fields) {
    Optional<ObjectNode> before = get(id);
    if (before.isEmpty() || fields.isEmpty()) {
      return before;
    }
    ObjectNode webhook = before.get().deepCopy();
    webhook.setAll(fields);
    webhook.put("updated_at", TIMESTAMP.format(after(webhook.get("updated_at").textValue())));
    webhooks.put(id, webhook);
    return Optional.of(webhook);
  }

  synchronized Optional<ObjectNode> delete(UUID id) {
    return Optional.ofNullable(webhooks.remove(id));
  }

  synchronized void failNext(Failure failure) {
    failures.add(failure);
  }

  /** Removes and returns the failure of the request that has just come. */
  synchronized Optional<Failure> takeFailure() {
    return Optional.ofNullable(failures.poll());
  }

  /** Returns the names of the failures that wait. */
  synchronized List<String> failures() {
    return failures.stream().map(Failure::toString).toList();
  }

  synchronized void holdBack(EventDelivery delivery) {
    heldBack.add(delivery);
  }

  synchronized List<EventDelivery> takeHeldBack() {
    List<EventDelivery> taken = List.copyOf(heldBack);
    heldBack.clear();
    return taken;
  }

  /** Keeps a delivery; the oldest go first, as those of {@link Apps}' requests do. */
  synchronized void add(Delivery delivery) {
    deliveries.add(delivery);
    deliveriesSize += delivery.size();
    while (deliveriesSize > Apps.LOG_CAPACITY) {
      deliveriesSize -= deliveries.remove().size();
    }
  }

  synchronized List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** Two updates within a millisecond still differ, and a clock set back does not show. */
  private static Instant after(String updatedAt) {
    Instant earliest = Instant.parse(updatedAt).plusMillis(1);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return now.isBefore(earliest) ? earliest : now;
  }
}

package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The webhooks of every app, in the order of their creation. One lock guards all of it. A stored
 * webhook is never changed, but replaced by a changed copy, so what was handed out stays as it was.
 */
final class Store {
  /** As in 2022-05-28T07:01:53.075Z: always with three digits of milliseconds. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Map<AppKey, Map<UUID, ObjectNode>> apps = new HashMap<>();

  synchronized ArrayNode list(AppKey app) {
    return Json.array().addAll(webhooksOf(app).values());
  }

  /** Empty if another webhook of the app has the url. */
  synchronized Optional<ObjectNode> create(AppKey app, ObjectNode fields) {
    JsonNode url = fields.get("url");
    if (webhooksOf(app).values().stream().anyMatch(other -> url.equals(other.get("url")))) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    String now = TIMESTAMP.format(Instant.now());
    ObjectNode webhook = Json.object().put("id", id.toString()).put("created_at", now);
    webhook.set("enabled", fields.get("enabled"));
    webhook.set("events", fields.get("events"));
    webhook.set("name", fields.get("name"));
    webhook.put("updated_at", now);
    webhook.set("url", url);
    apps.computeIfAbsent(app, key -> new LinkedHashMap<>()).put(id, webhook);
    return Optional.of(webhook);
  }

  synchronized Optional<ObjectNode> get(AppKey app, UUID id) {
    return Optional.ofNullable(webhooksOf(app).get(id));
  }

  /** Sets the fields that are given, and the time of the update unless none is. */
  synchronized Optional<ObjectNode> update(AppKey app, UUID id, ObjectNode fields) {
    Optional<ObjectNode> before = get(app, id);
    if (before.isEmpty() || fields.isEmpty()) {
      return before;
    }
    ObjectNode webhook = before.get().deepCopy();
    webhook.setAll(fields);
    webhook.put("updated_at", TIMESTAMP.format(after(webhook.get("updated_at").textValue())));
    webhooksOf(app).put(id, webhook);
    return Optional.of(webhook);
  }

  synchronized Optional<ObjectNode> delete(AppKey app, UUID id) {
    return Optional.ofNullable(webhooksOf(app).remove(id));
  }

  synchronized void clear(AppKey app) {
    apps.remove(app);
  }

  private Map<UUID, ObjectNode> webhooksOf(AppKey app) {
    return apps.getOrDefault(app, new LinkedHashMap<>());
  }

  /** Two updates within a millisecond still differ, and a clock set back does not show. */
  private static Instant after(String updatedAt) {
    Instant earliest = Instant.parse(updatedAt).plusMillis(1);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return now.isBefore(earliest) ? earliest : now;
  }
}

package io.github.realtimekit.webhooks.sandbox;

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
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of all apps, in the order of their creation. Thread-safe: one lock guards all of it,
 * and a stored webhook is never changed, but replaced by a changed copy.
 */
final class Store {
  /** As in 2022-05-28T07:01:53.075Z: always with three digits of milliseconds. */
  static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Webhooks of one app; each URL with the number of webhooks that have it. */
  private record App(Map<UUID, ObjectNode> webhooks, Map<String, Integer> urls) {
    App() {
      this(new LinkedHashMap<>(), new HashMap<>());
    }

    void put(UUID id, ObjectNode webhook) {
      remove(webhooks.put(id, webhook));
      urls.merge(url(webhook), 1, Integer::sum);
    }

    Optional<ObjectNode> remove(UUID id) {
      return Optional.ofNullable(remove(webhooks.remove(id)));
    }

    private @Nullable ObjectNode remove(@Nullable ObjectNode webhook) {
      if (webhook != null) {
        urls.computeIfPresent(url(webhook), (url, count) -> count == 1 ? null : count - 1);
      }
      return webhook;
    }
  }

  private final Map<AppKey, App> apps = new HashMap<>();

  synchronized ArrayNode list(AppKey key) {
    return Json.array().addAll(app(key).webhooks().values());
  }

  /** Returns the new webhook, empty if another webhook of the app has the URL. */
  Optional<ObjectNode> create(AppKey key, ObjectNode fields) {
    return create(key, UUID.randomUUID(), fields);
  }

  synchronized Optional<ObjectNode> create(AppKey key, UUID id, ObjectNode fields) {
    if (app(key).urls().containsKey(url(fields))) {
      return Optional.empty();
    }
    String now = TIMESTAMP.format(Instant.now());
    ObjectNode webhook = Json.object().put("id", id.toString()).put("created_at", now);
    webhook.setAll(fields);
    webhook.put("updated_at", now);
    app(key).put(id, webhook);
    return Optional.of(webhook);
  }

  synchronized Optional<ObjectNode> get(AppKey key, UUID id) {
    return Optional.ofNullable(app(key).webhooks().get(id));
  }

  /** Sets the fields that are given, and the time of the update unless none is. */
  synchronized Optional<ObjectNode> update(AppKey key, UUID id, ObjectNode fields) {
    Optional<ObjectNode> before = get(key, id);
    if (before.isEmpty() || fields.isEmpty()) {
      return before;
    }
    ObjectNode webhook = before.get().deepCopy();
    webhook.setAll(fields);
    webhook.put("updated_at", TIMESTAMP.format(after(webhook.get("updated_at").textValue())));
    app(key).put(id, webhook);
    return Optional.of(webhook);
  }

  synchronized Optional<ObjectNode> delete(AppKey key, UUID id) {
    return app(key).remove(id);
  }

  synchronized void clear(AppKey key) {
    apps.remove(key);
  }

  private App app(AppKey key) {
    return apps.computeIfAbsent(key, unknown -> new App());
  }

  private static String url(ObjectNode webhook) {
    return webhook.path("url").asText();
  }

  /** Two updates within a millisecond still differ, and a clock set back does not show. */
  private static Instant after(String updatedAt) {
    Instant earliest = Instant.parse(updatedAt).plusMillis(1);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return now.isBefore(earliest) ? earliest : now;
  }
}

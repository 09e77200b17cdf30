package io.github.realtimekit.webhooks.sandbox;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The failures that wait for the next requests of each app, in order. Thread-safe. */
final class PendingFailures {
  private final Map<AppKey, Queue<Failure>> apps = new HashMap<>();

  synchronized void add(AppKey app, Failure failure) {
    apps.computeIfAbsent(app, key -> new ArrayDeque<>()).add(failure);
  }

  synchronized Optional<Failure> next(AppKey app) {
    return Optional.ofNullable(apps.getOrDefault(app, new ArrayDeque<>()).poll());
  }

  synchronized void clear(AppKey app) {
    apps.remove(app);
  }
}

package io.github.realtimekit.webhooks.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last requests of each app. */
final class RequestLog {
  static final int KEPT = 1000;

  private final Map<AppKey, Deque<Received>> apps = new HashMap<>();

  synchronized void add(Received request) {
    Route.appOf(request.path())
        .ifPresent(
            app -> {
              Deque<Received> requests = apps.computeIfAbsent(app, key -> new ArrayDeque<>());
              requests.add(request);
              if (requests.size() > KEPT) {
                requests.remove();
              }
            });
  }

  synchronized List<Received> of(AppKey app) {
    return List.copyOf(apps.getOrDefault(app, new ArrayDeque<>()));
  }

  synchronized void clear(AppKey app) {
    apps.remove(app);
  }
}

package io.github.realtimekit.webhooks.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The state of each app, and the latest requests to all of them. Thread-safe. */
final class Apps {
  /** Characters of requests that are kept, about; the oldest requests go first. */
  static final int LOG_CAPACITY = 16 << 20;

  /** Identifies an app by any two strings. */
  record Key(String accountId, String appId) {}

  private record Entry(Key app, Received request) {
    /** A request without headers and body takes memory too. */
    int size() {
      return 512
          + request.path().length()
          + request.body().length()
          + request.headers().toString().length();
    }
  }

  private final Map<Key, AppState> states = new HashMap<>();
  private final Deque<Entry> log = new ArrayDeque<>();
  private int logSize;

  /** Returns the state of the app, which is created on first use. */
  synchronized AppState state(Key app) {
    return states.computeIfAbsent(app, key -> new AppState());
  }

  synchronized void log(Key app, Received request) {
    Entry entry = new Entry(app, request);
    log.add(entry);
    logSize += entry.size();
    while (logSize > LOG_CAPACITY) {
      logSize -= log.remove().size();
    }
  }

  synchronized List<Received> received(Key app) {
    return log.stream().filter(entry -> entry.app().equals(app)).map(Entry::request).toList();
  }

  synchronized void clear(Key app) {
    state(app).clear();
    log.removeIf(entry -> entry.app().equals(app));
    logSize = log.stream().mapToInt(Entry::size).sum();
  }
}

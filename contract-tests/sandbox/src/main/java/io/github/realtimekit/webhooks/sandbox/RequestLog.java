package io.github.realtimekit.webhooks.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests of all apps. Thread-safe. */
final class RequestLog {
  /** Characters that are kept, about; the oldest requests go first. */
  static final int CAPACITY = 16 << 20;

  private record Entry(AppKey app, Received request) {
    /** A request without headers and body takes memory too. */
    int size() {
      return 512
          + request.path().length()
          + request.body().length()
          + request.headers().toString().length();
    }
  }

  private final Deque<Entry> entries = new ArrayDeque<>();
  private int size;

  synchronized void add(AppKey app, Received request) {
    Entry entry = new Entry(app, request);
    entries.add(entry);
    size += entry.size();
    while (size > CAPACITY) {
      size -= entries.remove().size();
    }
  }

  synchronized List<Received> of(AppKey app) {
    return entries.stream().filter(entry -> entry.app().equals(app)).map(Entry::request).toList();
  }

  synchronized void clear(AppKey app) {
    entries.removeIf(entry -> entry.app().equals(app));
    size = entries.stream().mapToInt(Entry::size).sum();
  }
}

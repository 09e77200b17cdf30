package io.github.realtimekit.webhooks.sandbox;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of each app, and the latest requests to the API. Thread-safe. */
final class Apps {
  /** Characters of requests and responses that are kept, and of the deliveries of each app. */
  static final int LOG_CAPACITY = 16 << 20;

  /** Characters of a response that are kept. */
  static final int MAX_RESPONSE = 1 << 16;

  /** Identifies an app by any two strings. */
  record Key(String accountId, String appId) {}

  /**
   * A request, and the response once it is sent.
   *
   * @param app null if the path names none
   */
  record Exchange(
      long number, Instant time, @Nullable Key app, Received request, @Nullable Response response) {
    /** A request without headers and body takes memory too. */
    int size() {
      return 512
          + request.path().length()
          + request.body().length()
          + request.headers().toString().length()
          + (response == null ? 0 : response.body().length());
    }

    Exchange with(Response sent) {
      return new Exchange(number, time, app, request, sent.withBodyUpTo(MAX_RESPONSE));
    }
  }

  private final Map<Key, AppState> states = new LinkedHashMap<>();
  private final Map<Long, Exchange> log = new LinkedHashMap<>();
  private long requests;
  private int logSize;

  /** Returns the state of the app, which is created on first use. */
  synchronized AppState state(Key app) {
    return states.computeIfAbsent(app, key -> new AppState());
  }

  /** Returns the states that were used since they were last cleared. */
  synchronized Map<Key, AppState> states() {
    return new LinkedHashMap<>(states);
  }

  /** Keeps a request, and returns its number. */
  synchronized long log(@Nullable Key app, Received request) {
    requests++;
    keep(new Exchange(requests, Instant.now(), app, request, null));
    return requests;
  }

  /** Adds the response to the request with this number. */
  synchronized void log(long number, Response response) {
    Exchange exchange = log.get(number);
    if (exchange != null) {
      keep(exchange.with(response));
    }
  }

  private void keep(Exchange exchange) {
    Exchange before = log.put(exchange.number(), exchange);
    logSize += exchange.size() - (before == null ? 0 : before.size());
    for (Iterator<Exchange> oldest = log.values().iterator(); logSize > LOG_CAPACITY; ) {
      logSize -= oldest.next().size();
      oldest.remove();
    }
  }

  /** Returns the requests that are kept, oldest first. */
  synchronized List<Exchange> exchanges() {
    return List.copyOf(log.values());
  }

  List<Received> received(Key app) {
    return exchanges().stream()
        .filter(exchange -> app.equals(exchange.app()))
        .map(Exchange::request)
        .toList();
  }

  synchronized void clear(Key app) {
    states.remove(app);
    log.values().removeIf(exchange -> Objects.equals(exchange.app(), app));
    logSize = log.values().stream().mapToInt(Exchange::size).sum();
  }

  synchronized void clear() {
    states.clear();
    log.clear();
    logSize = 0;
  }
}

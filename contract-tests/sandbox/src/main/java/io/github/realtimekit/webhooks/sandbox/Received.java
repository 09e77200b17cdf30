package io.github.realtimekit.webhooks.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param method such as {@code POST}
 * @param path from the host on, percent-encoded as it was sent
 * @param headers by name, written as in {@code Content-type}
 * @param body empty if there was none, or if the token was wrong
 */
public record Received(String method, String path, Map<String, List<String>> headers, String body) {
  static Received of(HttpExchange exchange, String body) {
    return new Received(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Map.copyOf(exchange.getRequestHeaders()),
        body);
  }

  Received withoutBody() {
    return new Received(method, path, headers, "");
  }

  /** Returns the first value of the header, whose name may be written in any case. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().get(0))
        .findFirst();
  }

  /** Returns method, path and body, but no headers: they hold the token. */
  @Override
  public String toString() {
    return body.isEmpty() ? method + " " + path : method + " " + path + " " + body;
  }
}

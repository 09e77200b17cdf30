package io.github.realtimekit.webhooks.sandbox;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.realtimekit.webhooks.spec.ErrorResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Error responses by the names that {@code error-responses.yaml} gives them. */
final class ErrorResponses {
  private static final Map<String, Response> BY_NAME =
      ErrorResponse.load().stream()
          .collect(toUnmodifiableMap(ErrorResponse::name, ErrorResponses::response));

  private ErrorResponses() {}

  /**
   * Returns the response.
   *
   * @throws IllegalArgumentException if the file has no such name
   */
  static Response named(String name) {
    Response response = BY_NAME.get(name);
    if (response == null) {
      throw new IllegalArgumentException("error-responses.yaml has no response named " + name);
    }
    return response;
  }

  private static Response response(ErrorResponse row) {
    Map<String, String> headers = new LinkedHashMap<>(row.headers());
    headers.put("Content-Type", row.json() ? "application/json" : "text/plain");
    return new Response(row.status(), headers, row.body(), Duration.ZERO, false);
  }
}

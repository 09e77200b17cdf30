package io.github.realtimekit.webhooks.sandbox;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.ErrorResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response to be sent.
 *
 * @param body empty for a response without one
 * @param delay to wait before it is sent
 * @param cutOff whether the connection breaks in the middle of the body
 */
record Response(
    int status, Map<String, String> headers, String body, Duration delay, boolean cutOff) {
  private static final Map<String, Response> NAMED =
      ErrorResponse.load().stream().collect(toUnmodifiableMap(ErrorResponse::name, Response::of));

  /** Ends the handling of a request with an error response. */
  static final class ErrorResponseException extends RuntimeException {
    private final transient Response response;

    ErrorResponseException(Response response) {
      super(response.body());
      this.response = response;
    }

    Response response() {
      return response;
    }
  }

  /**
   * Returns the error response that has this name in {@code error-responses.yaml}.
   *
   * @throws IllegalArgumentException if the file has no such name
   */
  static Response named(String name) {
    Response response = NAMED.get(name);
    if (response == null) {
      throw new IllegalArgumentException("error-responses.yaml has no response named " + name);
    }
    return response;
  }

  private static Response of(ErrorResponse row) {
    Map<String, String> headers = new LinkedHashMap<>(row.headers());
    headers.put("Content-Type", row.json() ? "application/json" : "text/plain");
    return new Response(row.status(), headers, row.body(), Duration.ZERO, false);
  }

  static Response json(int status, JsonNode body) {
    return new Response(
        status, Map.of("Content-Type", "application/json"), Json.text(body), Duration.ZERO, false);
  }

  static Response empty(int status) {
    return new Response(status, Map.of(), "", Duration.ZERO, false);
  }

  /** Returns the envelope of a successful response. */
  static Response data(int status, JsonNode data) {
    ObjectNode body = Json.object();
    body.set("data", data);
    body.put("success", true);
    return json(status, body);
  }

  /** Returns RealtimeKit's own envelope for errors, which repeats the status code. */
  static Response error(int status, String message) {
    ObjectNode body = Json.object().put("success", false);
    body.putObject("error").put("code", status).put("message", message);
    return json(status, body);
  }

  Response withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Response(status, all, body, delay, cutOff);
  }

  Response after(Duration wait) {
    return new Response(status, headers, body, wait, cutOff);
  }

  Response withBodyCutOff() {
    return new Response(status, headers, body, delay, true);
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.realtimekit.webhooks.spec.ErrorResponse;
import java.io.IOException;
import java.io.OutputStream;
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

  /** Returns the response with no more than this start of its body. */
  Response withBodyUpTo(int length) {
    return body.length() <= length
        ? this
        : new Response(status, headers, body.substring(0, length), delay, cutOff);
  }

  /** Sends the response, whose delay is over; leaves the exchange open. */
  void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = body.getBytes(UTF_8);
    if (bytes.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    OutputStream out = exchange.getResponseBody();
    out.write(bytes, 0, cutOff ? bytes.length / 2 : bytes.length);
    // Closing the exchange drops the buffer of a body that is cut off; Java 25 has the headers in
    // it.
    out.flush();
  }
}

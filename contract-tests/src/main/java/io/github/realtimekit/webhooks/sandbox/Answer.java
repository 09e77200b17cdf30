package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Map;

/** What goes back over the wire, in one of the shapes that the API uses. */
record Answer(
    int status, Map<String, String> headers, JsonNode body, Duration delay, boolean isCutOff) {
  private Answer(int status, JsonNode body) {
    this(status, Map.of(), body, Duration.ZERO, false);
  }

  static Answer data(int status, JsonNode data) {
    ObjectNode body = Json.object();
    body.set("data", data);
    body.put("success", true);
    return new Answer(status, body);
  }

  /** RealtimeKit's own envelope of errors, which repeats the status. */
  static Answer error(int status, String message) {
    ObjectNode body = Json.object().put("success", false);
    body.putObject("error").put("code", status).put("message", message);
    return new Answer(status, body);
  }

  /** The envelope of the platform's edge, which has codes of its own. */
  static Answer edge(int status, int code, String message) {
    return edge(status, reason(code, message));
  }

  static Answer edge(int status, ObjectNode reason) {
    ObjectNode body = Json.object().put("success", false);
    body.putArray("errors").add(reason);
    body.putArray("messages");
    body.putNull("result");
    return new Answer(status, body);
  }

  static ObjectNode reason(int code, String message) {
    return Json.object().put("code", code).put("message", message);
  }

  /** A body that is one JSON string. */
  static Answer string(int status, String text) {
    return new Answer(status, TextNode.valueOf(text));
  }

  Answer withHeader(String name, String value) {
    return new Answer(status, Map.of(name, value), body, delay, isCutOff);
  }

  Answer after(Duration wait) {
    return new Answer(status, headers, body, wait, isCutOff);
  }

  Answer cutOff() {
    return new Answer(status, headers, body, delay, true);
  }
}

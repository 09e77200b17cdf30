package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/** A response as it came over the wire. */
record Reply(int status, HttpHeaders headers, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  /** Returns the data of a successful response. */
  JsonNode data() {
    assertThat(json().path("success").asBoolean()).as(text).isTrue();
    return json().path("data");
  }

  String id() {
    return data().path("id").asText();
  }

  String header(String name) {
    return headers.firstValue(name).orElse("no " + name);
  }

  /** Asserts RealtimeKit's own envelope, byte for byte. */
  void isError(int expectedStatus, String message) {
    String quoted = '"' + message.replace("\"", "\\\"") + '"';
    assertThat(status).as(text).isEqualTo(expectedStatus);
    assertThat(text)
        .isEqualTo(
            "{\"success\":false,\"error\":{\"code\":"
                + expectedStatus
                + ",\"message\":"
                + quoted
                + "}}");
  }

  /** Asserts the envelope of the platform's edge, byte for byte. */
  void isEdgeError(int expectedStatus, String reason) {
    assertThat(status).as(text).isEqualTo(expectedStatus);
    assertThat(text)
        .isEqualTo(
            "{\"success\":false,\"errors\":[" + reason + "],\"messages\":[],\"result\":null}");
  }
}

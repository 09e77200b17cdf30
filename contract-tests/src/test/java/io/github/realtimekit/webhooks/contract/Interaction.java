package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** An interaction, or a message, of a committed contract. */
record Interaction(JsonNode json) {
  /**
   * Returns the interactions with a provider.
   *
   * @throws IllegalArgumentException if there are none: any provider would pass
   */
  static List<Interaction> with(String provider) throws IOException {
    Path file = Path.of("pacts", "realtimekit-webhooks-java-" + provider + ".json");
    JsonNode interactions = new ObjectMapper().readTree(file.toFile()).path("interactions");
    if (interactions.isEmpty()) {
      throw new IllegalArgumentException(file + " has no interactions");
    }
    return StreamSupport.stream(interactions.spliterator(), false).map(Interaction::new).toList();
  }

  /** Returns the operation of the spec that the consumer test refers to. */
  String operationId() {
    return json.at("/comments/references/openapi/operationId").asText();
  }

  String method() {
    return json.at("/request/method").asText();
  }

  String path() {
    return json.at("/request/path").asText();
  }

  int status() {
    return json.at("/response/status").asInt();
  }

  /** Returns the body of {@code request} or {@code response}, empty if there is none. */
  String body(String part) {
    return json.path(part).at("/body/content").toString();
  }

  Map<String, List<String>> headers(String part) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    json.path(part)
        .path("headers")
        .properties()
        .forEach(
            header -> headers.put(header.getKey(), List.of(header.getValue().path(0).asText())));
    return headers;
  }

  @Override
  public String toString() {
    return json.path("description").asText();
  }
}

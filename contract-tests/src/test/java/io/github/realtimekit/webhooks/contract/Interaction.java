package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** An interaction of the committed contract, as it stands in the file. */
record Interaction(JsonNode json) {
  static final Path FILE =
      Path.of("pacts", "realtimekit-webhooks-java-cloudflare-realtimekit-webhooks.json");

  static List<Interaction> readAll() throws IOException {
    return all(new ObjectMapper().readTree(FILE.toFile()));
  }

  /**
   * Returns all interactions.
   *
   * @throws IllegalArgumentException if there are none: any provider would pass
   */
  static List<Interaction> all(JsonNode pact) {
    JsonNode interactions = pact.path("interactions");
    if (interactions.isEmpty()) {
      throw new IllegalArgumentException("the contract has no interactions");
    }
    return StreamSupport.stream(interactions.spliterator(), false).map(Interaction::new).toList();
  }

  String description() {
    return json.path("description").asText();
  }

  List<String> states() {
    return json.path("providerStates").findValuesAsText("name");
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

  /** Returns the request body, a missing node if there is none. */
  JsonNode sent() {
    return json.at("/request/body/content");
  }

  /** Returns what the client reads of the response body, a missing node if it reads nothing. */
  JsonNode read() {
    return json.at("/response/body/content");
  }

  JsonNode sentHeaders() {
    return json.at("/request/headers");
  }

  JsonNode readHeaders() {
    return json.at("/response/headers");
  }

  Set<String> readHeaderNames() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    readHeaders().fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Override
  public String toString() {
    return description();
  }
}

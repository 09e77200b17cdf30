package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** One interaction of the committed contract, as the file has it. */
record Interaction(JsonNode json) {
  static final Path FILE =
      Path.of("pacts", "realtimekit-webhooks-java-cloudflare-realtimekit-webhooks.json");

  static List<Interaction> readAll() throws IOException {
    return all(new ObjectMapper().readTree(FILE.toFile()));
  }

  /** Refuses a contract that asks for nothing, since anything would keep it. */
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

  /** The body of the request; missing if it has none. */
  JsonNode sent() {
    return json.at("/request/body/content");
  }

  /** The body of the answer: what the client reads, with examples for values. */
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

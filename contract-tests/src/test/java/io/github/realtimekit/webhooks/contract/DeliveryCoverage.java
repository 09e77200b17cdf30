package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Compares the contract of deliveries with the events of the spec.
 *
 * @param messages bodies of the contract's messages
 */
record DeliveryCoverage(Promises promises, List<JsonNode> messages) {
  private static final Path FILE =
      Path.of("pacts", "realtimekit-webhooks-java-cloudflare-realtimekit-deliveries.json");

  /** A type that has no schema yet cannot have a message. */
  private static final String MAPPING = "/components/schemas/Event/discriminator/mapping";

  static DeliveryCoverage read(Promises promises) throws IOException {
    JsonNode pact = new ObjectMapper().readTree(FILE.toFile());
    return new DeliveryCoverage(
        promises,
        StreamSupport.stream(pact.path("interactions").spliterator(), false)
            .map(message -> message.at("/contents/content"))
            .toList());
  }

  /** Returns the types of the messages, in the order of the contract. */
  List<String> types() {
    return messages.stream().map(message -> message.path("event").asText()).toList();
  }

  /** Returns a sentence for each event or field that no message has. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    Set<String> fields = new LinkedHashSet<>();
    for (var delivered : promises.spec().tree().at(MAPPING).properties()) {
      String event = delivered.getKey();
      if (!types().contains(event)) {
        gaps.add(event + " has no message");
      }
      fields.addAll(promises.eventFields(event));
    }
    messages.forEach(message -> fields.removeAll(Fields.of(message)));
    fields.forEach(field -> gaps.add(field + " of an event is in no message"));
    if (promises.spec().values("EventType").containsAll(types())) {
      gaps.add("no message has a type that the spec does not have");
    }
    return gaps;
  }
}

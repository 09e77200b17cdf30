package io.github.realtimekit.webhooks.spec.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Contract tests that are to be written by hand: for each status code of an operation and for each
 * event that the contracts lack, with a test to start from.
 *
 * @param api contract with the API
 * @param deliveries contract for deliveries
 */
public record MissingTests(JsonNode api, JsonNode deliveries) {

  /** Lists the operations with a status code that no interaction has, and the events. */
  public List<String> of(Spec spec) {
    List<String> found = new ArrayList<>();
    missing(spec)
        .forEach((operation, statuses) -> found.add(new Skeleton(operation).text(statuses)));
    events(spec).forEach((type, schema) -> found.add(Skeleton.event(type, schema)));
    return found;
  }

  private Map<Operation, List<String>> missing(Spec spec) {
    Set<String> covered = new LinkedHashSet<>();
    for (JsonNode interaction : api.path("interactions")) {
      String id = interaction.at("/comments/references/openapi/operationId").asText();
      covered.add(id + " " + interaction.at("/response/status").asText());
    }
    Map<Operation, List<String>> missing = new LinkedHashMap<>();
    for (Operation operation : spec.operations()) {
      for (String status : operation.responses().keySet()) {
        if (!covered.contains(operation.id() + " " + status)) {
          missing.computeIfAbsent(operation, each -> new ArrayList<>()).add(status);
        }
      }
    }
    return missing;
  }

  /** Returns the schema of each event type that has one and is in no message. */
  private Map<String, String> events(Spec spec) {
    Map<String, String> events = new LinkedHashMap<>();
    for (JsonNode union : spec.schemas().values()) {
      for (var member : union.at("/discriminator/mapping").properties()) {
        events.put(member.getKey(), member.getValue().asText().replaceFirst(".*/", ""));
      }
    }
    for (JsonNode message : deliveries.path("interactions")) {
      events.remove(message.at("/contents/content/event").asText());
    }
    return events;
  }
}

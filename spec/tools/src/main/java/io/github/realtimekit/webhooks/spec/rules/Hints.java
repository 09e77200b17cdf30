package io.github.realtimekit.webhooks.spec.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.tree.Pointers;
import io.github.realtimekit.webhooks.spec.tree.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is right in itself but may not be meant. */
public final class Hints {
  private Hints() {}

  public static List<String> of(Spec spec) {
    List<String> found = new ArrayList<>(Payloads.missing(spec));
    Walk.written(spec.tree(), (pointer, node) -> addNumber(pointer, node, found));
    Set<String> requests =
        spec.operations().stream()
            .map(Operation::requestSchema)
            .map(schema -> schema.path("$ref").asText().replaceFirst(".*/", ""))
            .collect(Collectors.toSet());
    spec.schemas()
        .forEach(
            (name, schema) -> {
              if (!requests.contains(name) && !schema.path("x-internal").asBoolean()) {
                addNotInExample(name, schema, found);
              }
            });
    return found;
  }

  private static void addNumber(String pointer, JsonNode node, List<String> found) {
    if (node.path("type").asText().equals("number") && !node.has("format")) {
      found.add(
          pointer
              + ": type number is a BigDecimal in Java. A count has type integer, a measure format double");
    }
  }

  private static void addNotInExample(String name, JsonNode schema, List<String> found) {
    for (var field : schema.path("properties").properties()) {
      if (schema.path("example").isObject() && !schema.path("example").has(field.getKey())) {
        found.add(
            "%s: not in the example of %s, so the sandbox may never send it"
                .formatted(
                    Pointers.child("/components/schemas/" + name + "/properties", field.getKey()),
                    name));
      }
    }
  }
}

package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fields and headers that the spec gives each operation's bodies, named as in {@link Fields}.
 */
record Promises(Spec spec) {
  Optional<Operation> operationOf(Interaction interaction) {
    return spec.operation(interaction.method(), interaction.path());
  }

  boolean concerns(Interaction interaction, Operation operation) {
    return operationOf(interaction)
        .filter(found -> found.key().equals(operation.key()))
        .isPresent();
  }

  Set<Integer> statuses(Operation operation) {
    return operation.responses().keySet().stream()
        .map(Integer::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  JsonNode responseSchema(Operation operation, int status) {
    return spec.resolve(operation.responseSchema(String.valueOf(status)));
  }

  Set<String> requestFields(Operation operation) {
    return fields(operation.requestSchema());
  }

  Set<String> responseFields(Operation operation, int status) {
    return fields(responseSchema(operation, status));
  }

  /** Returns the fields that a provider may not leave out, so that a contract can ask for them. */
  Set<String> requiredResponseFields(Operation operation, int status) {
    Set<String> found = new LinkedHashSet<>();
    collect("", responseSchema(operation, status), Set.of(), found, true);
    return found;
  }

  Set<String> eventFields(String event) {
    JsonNode mapping = spec.tree().at("/components/schemas/Event/discriminator/mapping");
    return fields(spec.tree().at(mapping.path(event).asText("#/").substring(1)));
  }

  Set<String> responseHeaders(Operation operation, int status) {
    return spec.entries(operation.response(String.valueOf(status)).path("headers")).keySet();
  }

  private Set<String> fields(JsonNode schema) {
    Set<String> found = new LinkedHashSet<>();
    collect("", schema, Set.of(), found, false);
    return found;
  }

  /** A schema inside itself is one field: what is in it has been named further out. */
  private void collect(
      String path, JsonNode node, Set<JsonNode> outer, Set<String> found, boolean onlyRequired) {
    JsonNode schema = spec.resolve(node);
    if (outer.contains(schema)) {
      found.add(path);
      return;
    }
    Set<JsonNode> inside = new LinkedHashSet<>(outer);
    inside.add(schema);
    if (schema.has("properties")) {
      String required = schema.path("required").toString();
      schema
          .get("properties")
          .properties()
          .forEach(
              field -> {
                if (!onlyRequired || required.contains('"' + field.getKey() + '"')) {
                  String name = Fields.join(path, field.getKey());
                  collect(name, field.getValue(), inside, found, onlyRequired);
                }
              });
    } else if (schema.has("items")) {
      collect(path + "[]", schema.get("items"), inside, found, onlyRequired);
    } else if (!path.isEmpty()) {
      found.add(path);
    }
  }
}

package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the spec promises: operations, statuses, and the fields of each body. */
record Spec(JsonNode json) {
  private static final String FILE = "realtimekit-webhooks.yaml";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** An operation, with the part of the spec that describes it. */
  record Operation(String id, String method, Pattern path, JsonNode json) {
    boolean isOf(Interaction interaction) {
      return method.equals(interaction.method()) && path.matcher(interaction.path()).matches();
    }
  }

  static Spec read() throws IOException {
    try (InputStream in = Spec.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new FileNotFoundException(FILE + " is not on the class path");
      }
      return new Spec(new YAMLMapper().readTree(in));
    }
  }

  List<Operation> operations() {
    return json.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .map(entry -> operation(path.getKey(), entry.getKey(), entry.getValue())))
        .toList();
  }

  private static Operation operation(String path, String method, JsonNode json) {
    Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]*}", "[^/]+"));
    String id = json.path("operationId").asText(method + " " + path);
    return new Operation(id, method.toUpperCase(java.util.Locale.ROOT), pattern, json);
  }

  Optional<Operation> operationOf(Interaction interaction) {
    return operations().stream().filter(operation -> operation.isOf(interaction)).findFirst();
  }

  Set<Integer> statuses(Operation operation) {
    return operation.json().path("responses").properties().stream()
        .map(response -> Integer.valueOf(response.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> requestFields(Operation operation) {
    JsonNode body = resolve(operation.json().path("requestBody"));
    return fields(body.at("/content/application~1json/schema"));
  }

  JsonNode answerSchema(Operation operation, int status) {
    return resolve(answer(operation, status).at("/content/application~1json/schema"));
  }

  Set<String> answerFields(Operation operation, int status) {
    return fields(answerSchema(operation, status));
  }

  Set<String> answerHeaders(Operation operation, int status) {
    Set<String> names = new LinkedHashSet<>();
    answer(operation, status).path("headers").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode answer(Operation operation, int status) {
    return resolve(operation.json().path("responses").path(String.valueOf(status)));
  }

  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(json.at(node.get("$ref").asText().substring(1))) : node;
  }

  private Set<String> fields(JsonNode schema) {
    Set<String> found = new LinkedHashSet<>();
    collect("", schema, Set.of(), found);
    return found;
  }

  /** A schema inside itself is one field: what is in it has been named further out. */
  private void collect(String path, JsonNode node, Set<JsonNode> outer, Set<String> found) {
    JsonNode schema = resolve(node);
    if (outer.contains(schema)) {
      found.add(path);
      return;
    }
    Set<JsonNode> inside = new LinkedHashSet<>(outer);
    inside.add(schema);
    if (schema.has("properties")) {
      schema
          .get("properties")
          .properties()
          .forEach(
              field -> collect(Fields.join(path, field.getKey()), field.getValue(), inside, found));
    } else if (schema.has("items")) {
      collect(path + "[]", schema.get("items"), inside, found);
    } else if (!path.isEmpty()) {
      found.add(path);
    }
  }
}

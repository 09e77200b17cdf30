package io.github.realtimekit.webhooks.spec.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.tree.Walk;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A fact in one place of the YAML.
 *
 * @param type what callers rely on, as in {@code string uuid, required}; empty where there is no
 *     type
 * @param text its description, empty if it has none
 */
record Fact(String name, String type, String text) {

  static Set<Fact> of(Spec spec) {
    Set<Fact> facts = new LinkedHashSet<>();
    spec.tree().path("servers").forEach(each -> facts.add(of(each.path("url").asText())));
    spec.tree()
        .at("/components/securitySchemes")
        .properties()
        .forEach(each -> facts.add(untyped("security " + each.getKey(), each.getValue())));
    Stream.concat(spec.operations().stream(), spec.callbacks().stream())
        .forEach(operation -> addOperation(facts, spec, operation));
    spec.schemas().forEach((name, schema) -> addSchema(facts, name, schema));
    return facts;
  }

  private static void addOperation(Set<Fact> facts, Spec spec, Operation operation) {
    String id = operation.id();
    facts.add(of(operation.path()));
    facts.add(untyped(id + " = " + operation.key(), operation.node()));
    operation.parametersByName().forEach((name, node) -> facts.add(typed(name, node)));
    operation
        .responses()
        .forEach(
            (status, response) -> {
              facts.add(untyped(id + " " + status, response));
              spec.entries(response.path("headers"))
                  .forEach((name, node) -> facts.add(typed("response header " + name, node)));
            });
  }

  private static void addSchema(Set<Fact> facts, String name, JsonNode schema) {
    Walk.written(
        schema,
        (pointer, node) -> {
          String place = name + pointer.replaceAll("/(properties/)?", ".");
          Set<String> required = texts(node.path("required"));
          for (var field : node.path("properties").properties()) {
            String type = type(field.getValue(), required.contains(field.getKey()));
            String text = field.getValue().path("description").asText();
            facts.add(new Fact(place + "." + field.getKey(), type, text));
          }
          if (node.has("default")) {
            facts.add(of(place + " default " + node.get("default").asText()));
          }
          texts(node.path("enum")).forEach(value -> facts.add(of(place + " " + value)));
        });
  }

  private static Fact of(String name) {
    return new Fact(name, "", "");
  }

  private static Fact untyped(String name, JsonNode node) {
    return new Fact(name, "", node.path("description").asText());
  }

  private static Fact typed(String name, JsonNode parameter) {
    String type = type(parameter.path("schema"), parameter.path("required").asBoolean());
    return new Fact(name, type, parameter.path("description").asText());
  }

  private static String type(JsonNode schema, boolean required) {
    return Stream.of(
            type(schema),
            required ? "required" : "",
            schema.path("nullable").asBoolean() ? "nullable" : "",
            schema.path("deprecated").asBoolean() ? "deprecated" : "",
            schema.path("x-secret").asBoolean() ? "secret" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.get("$ref").asText().replaceFirst(".*/", "");
    }
    if (schema.has("allOf")) {
      return type(schema.at("/allOf/0"));
    }
    if (schema.has("items")) {
      return "array of " + type(schema.get("items"));
    }
    String format = schema.path("format").asText();
    return schema.path("type").asText("any") + (format.isEmpty() ? "" : " " + format);
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** An operation also goes by its operationId alone. */
  boolean isCalled(String other) {
    return name.equals(other) || name.startsWith(other + " = ");
  }

  /** Returns whether the description has these words; backticks and line breaks do not count. */
  boolean says(String words) {
    String plain = text.replace("`", "").replaceAll("\\s+", " ");
    return Pattern.compile("(?<!\\w)" + Pattern.quote(words) + "(?!\\w)").matcher(plain).find();
  }
}

package io.github.realtimekit.webhooks.spec.templates;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.tree.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rules of the templates that a list of keys cannot express, such as counts and names. */
final class Shapes {
  private final Spec spec;
  private final Templates templates;
  private final List<String> found = new ArrayList<>();

  private Shapes(Spec spec, Templates templates) {
    this.spec = spec;
    this.templates = templates;
  }

  static List<String> violations(Spec spec, Templates templates) {
    Shapes shapes = new Shapes(spec, templates);
    shapes.whole();
    spec.operations().forEach(shapes::operation);
    shapes.boundParameters();
    Map<String, String> classes = new HashMap<>();
    for (var schema : spec.schemas().entrySet()) {
      if (!schema.getValue().path("x-internal").asBoolean()) {
        String pointer = Pointers.child("/components/schemas", schema.getKey());
        shapes.clash(classes, pointer, schema.getKey(), templates.javaClass(schema.getKey()));
        shapes.schema(pointer, schema.getKey(), schema.getValue());
      }
    }
    return shapes.found;
  }

  private void whole() {
    if (spec.tree().path("servers").size() != 1) {
      add("/servers", "a number of servers other than one", "the one that callers use");
    }
  }

  private void operation(Operation operation) {
    String pointer = operation.pointer();
    if (operation.node().path("tags").size() != 1) {
      add(pointer + "/tags", "a number of tags other than one", "the tag of its client class");
    }
    String security = operation.node().path("security").toString();
    if (!security.equals("[{\"apiToken\":[]}]")) {
      add(pointer + "/security", "security " + security, "the one of the others, apiToken");
    }
    if (!operation.id().matches("[a-z][A-Za-z0-9]*")) {
      String camelCase = camelCase(operation.id());
      String instead =
          camelCase.matches("[a-z]\\w*") ? camelCase + ", in camelCase" : "a name in camelCase";
      add(pointer + "/operationId", "the name " + operation.id(), instead);
    }
    reserved("operations", pointer + "/operationId", operation.id());
    List<JsonNode> successes = new ArrayList<>();
    for (var response : operation.responses().entrySet()) {
      if (response.getKey().startsWith("2")) {
        successes.add(response.getValue());
      }
    }
    if (successes.size() > 1) {
      add(pointer + "/responses", "more than one 2xx response", "the one that callers get");
    }
    Map<String, String> names = new HashMap<>();
    String unbound = "";
    for (JsonNode parameter : operation.parameters()) {
      if (!parameter.has("x-bound")) {
        unbound = parameter.path("name").asText();
      } else if (!unbound.isEmpty()) {
        String bound = parameter.path("name").asText();
        add(pointer + "/parameters", bound + " after " + unbound, "the bound parameters first");
      }
      String in = parameter.path("in").asText();
      if (parameter.at("/schema/type").asText().equals("array") && !in.equals("query")) {
        add(pointer + "/parameters", "an array in " + in, "a query parameter");
      }
      String name = parameter.path("name").asText();
      clash(names, pointer + "/parameters", name, camelCase(name));
      literal(pointer + "/parameters", name, parameter, !in.equals("path"));
      if (parameter.path("in").asText().equals("path") && !parameter.path("required").asBoolean()) {
        add(pointer + "/parameters", "an optional path parameter " + name, "required: true");
      }
    }
    if (operation.node().has("x-empty-on-404")) {
      emptyOn404(pointer, operation, successes);
    }
  }

  private void emptyOn404(String pointer, Operation operation, List<JsonNode> successes) {
    boolean list =
        successes.stream()
            .map(response -> response.at("/content/application~1json/schema"))
            .map(spec::resolve)
            .allMatch(schema -> schema.path("x-payload").asText().startsWith("List<"));
    if (!list || !operation.node().path("responses").has("404")) {
      add(
          pointer + "/x-empty-on-404",
          "an empty list without a list and a 404",
          "x-payload: List<…> on the envelope, and a 404 response");
    }
  }

  /** Checks the parameters that the client is built with. */
  private void boundParameters() {
    Map<String, SortedMap<String, List<String>>> byTag = new TreeMap<>();
    for (Operation operation : spec.operations()) {
      List<String> bound = new ArrayList<>();
      for (JsonNode parameter : operation.parameters()) {
        if (parameter.has("x-bound") || parameter.has("x-environment")) {
          String name = parameter.path("name").asText();
          bound.add(name);
          boolean whole = parameter.has("x-bound") && parameter.has("x-environment");
          JsonNode schema = parameter.path("schema");
          boolean text = schema.path("type").asText().equals("string") && !schema.has("format");
          if (!whole || !text || !parameter.path("in").asText().equals("path")) {
            add(
                operation.pointer() + "/parameters",
                "the bound parameter " + name,
                "both x-bound and x-environment, in the path, of type string without a format");
          }
        }
      }
      byTag
          .computeIfAbsent(operation.node().at("/tags/0").asText(), tag -> new TreeMap<>())
          .put(operation.id(), bound);
    }
    byTag.forEach(this::boundInFirst);
  }

  /** Checks the first operation by name: the client class takes its bound parameters. */
  private void boundInFirst(String tag, SortedMap<String, List<String>> boundById) {
    String first = boundById.firstKey();
    boundById.forEach(
        (id, bound) -> {
          if (!boundById.get(first).containsAll(bound)) {
            add(
                pointer(id) + "/parameters",
                "to bind %s where %s, the first operation of the tag %s by name, binds %s"
                    .formatted(bound, first, tag, boundById.get(first)),
                "another tag for one of the two");
          }
        });
  }

  private String pointer(String operationId) {
    return spec.operations().stream()
        .filter(operation -> operation.id().equals(operationId))
        .findFirst()
        .orElseThrow()
        .pointer();
  }

  private void schema(String pointer, String name, JsonNode schema) {
    if (!name.matches("[A-Z][A-Za-z0-9]*")) {
      add(pointer, "the name " + name, "a name for a Java class");
    }
    reserved("schemas", pointer, name);
    Map<String, String> names = new HashMap<>();
    for (var field : schema.path("properties").properties()) {
      String below = Pointers.child(pointer + "/properties", field.getKey());
      reserved("fields", below, templates.javaName(field.getKey()));
      clash(names, below, field.getKey(), templates.javaName(field.getKey()));
      literal(below, field.getKey(), field.getValue(), true);
    }
    Map<String, String> constants = new HashMap<>();
    for (JsonNode value : schema.path("enum")) {
      String constant = camelCase(value.asText()).toUpperCase(Locale.ROOT);
      if (value.asText().matches("(?s).*(\\*_?/|/_?\\*|\\p{Cntrl}).*")
          || Supported.hasLoneBrace(value.asText())) {
        add(pointer + "/enum", "the value " + value, "the other values; a response may have it");
      }
      if (!constant.isEmpty()) {
        clash(constants, pointer + "/enum", value.asText(), constant);
      }
      if (!value.isTextual() || value.asText().isEmpty()) {
        add(pointer + "/enum", "the value " + value, "a text, in quotes if need be");
      }
    }
    for (JsonNode required : schema.path("required")) {
      if (!schema.path("properties").has(required.asText())) {
        add(pointer + "/required", "the unknown field " + required.asText(), "a field it has");
      }
    }
  }

  /** The generator escapes values of enums, but no names. */
  private void literal(String pointer, String name, JsonNode node, boolean canHaveLiteral) {
    String literal = name.replace("\\", "\\\\").replace("\"", "\\\"");
    if (!literal.equals(name) && !canHaveLiteral) {
      add(pointer, "the name " + name, "a name without a double quote or a backslash");
    } else if (!node.path("x-java-literal").asText(name).equals(literal)) {
      String extension = "x-java-literal: '" + literal.replace("'", "''") + "'";
      add(pointer, "the name " + name + " alone", extension + " beside its type");
    } else if (name.contains("*/") || Supported.hasLoneBrace(name)) {
      add(pointer, "the name " + name, "the schema as a map, with additionalProperties");
    }
  }

  private void reserved(String what, String pointer, String name) {
    boolean taken = what.equals("schemas") && templates.haveHandWritten(name);
    for (JsonNode reserved : Supported.DATA.path("reserved").path(what)) {
      taken |= reserved.asText().equals(name);
    }
    if (taken) {
      add(pointer, "the name " + name, "another name: the generated Java needs this one");
    }
  }

  private void clash(Map<String, String> names, String pointer, String name, String java) {
    String other = names.putIfAbsent(java, name);
    if (other != null) {
      add(pointer, name + " beside " + other, "names that differ in Java too, not " + java);
    }
  }

  static String camelCase(String name) {
    StringBuilder java = new StringBuilder();
    for (String part : name.split("[^A-Za-z0-9]+", -1)) {
      java.append(
          java.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return java.toString();
  }

  private void add(String pointer, String what, String instead) {
    found.add("%s: %s is not supported. Write instead: %s".formatted(pointer, what, instead));
  }
}

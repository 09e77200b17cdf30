package io.github.realtimekit.webhooks.spec.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Direction;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds the differences between two specs, except texts and examples. Operations match by method
 * and path, schemas by the place where they are used, so that the two may name both as they like.
 */
public final class Comparison {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

  private final Spec before;
  private final Spec after;
  private final SchemaComparison schemas;
  private final Map<Difference, Set<String>> found = new LinkedHashMap<>();
  private String operation = "";

  private Comparison(Spec before, Spec after) {
    this.before = before;
    this.after = after;
    this.schemas = new SchemaComparison(before, after, this::add);
  }

  /** Returns the differences, each with its operations, by the names of the earlier spec. */
  public static Map<Difference, Set<String>> of(Spec before, Spec after) {
    Comparison comparison = new Comparison(before, after);
    comparison.compare();
    return comparison.found;
  }

  private void add(Difference difference) {
    found.computeIfAbsent(difference, d -> new LinkedHashSet<>()).add(operation);
  }

  private void add(Kind kind, Direction direction, String where, String from, String to) {
    if (!from.equals(to)) {
      add(Difference.of(kind, direction, where, from, to));
    }
  }

  private void compare() {
    operation = "all";
    add(Kind.SERVER, Direction.NEITHER, "url", servers(before), servers(after));
    Map<String, Operation> earlier = byKey(before.operations());
    Map<String, Operation> later = byKey(after.operations());
    for (String key : union(earlier.keySet(), later.keySet())) {
      Operation from = earlier.get(key);
      Operation to = later.get(key);
      operation = from == null ? to.id() : from.id();
      if (from == null || to == null) {
        String where = from == null ? to.key() : from.key();
        String was = from == null ? "" : from.id();
        add(Kind.OPERATION, Direction.NEITHER, where, was, to == null ? "" : to.id());
      } else {
        compare(from, to);
      }
    }
    callbacks();
    publicSchemas();
  }

  /** Compares callbacks as responses, since callers receive them. */
  private void callbacks() {
    Map<String, Operation> earlier = byKey(before.callbacks());
    Map<String, Operation> later = byKey(after.callbacks());
    for (String key : union(earlier.keySet(), later.keySet())) {
      Operation from = earlier.get(key);
      Operation to = later.get(key);
      operation = from == null ? to.id() : from.id();
      String was = from == null ? "" : from.id();
      add(Kind.CALLBACK, Direction.NEITHER, key, was, to == null ? "" : to.id());
      if (from != null && to != null) {
        headers(operation, headers(from), headers(to));
        content(operation + " body", Direction.RESPONSE, from.requestBody(), to.requestBody());
      }
    }
  }

  private static Map<String, JsonNode> headers(Operation callback) {
    Map<String, JsonNode> headers = new LinkedHashMap<>();
    for (JsonNode parameter : callback.parameters()) {
      headers.put(parameter.path("name").asText(), parameter);
    }
    return headers;
  }

  /** Compares every schema with a class in the jar, whether an operation uses it or not. */
  private void publicSchemas() {
    operation = "all";
    Map<String, JsonNode> earlier = publicSchemas(before);
    Map<String, JsonNode> later = publicSchemas(after);
    for (String name : union(earlier.keySet(), later.keySet())) {
      if (both(Kind.SCHEMA, Direction.NEITHER, name, name, earlier, later)) {
        schemas.compareUnused(name, earlier.get(name), later.get(name));
      }
    }
  }

  private static Map<String, JsonNode> publicSchemas(Spec spec) {
    Map<String, JsonNode> schemas = new LinkedHashMap<>(spec.schemas());
    schemas.values().removeIf(schema -> schema.path("x-internal").asBoolean());
    return schemas;
  }

  private void compare(Operation from, Operation to) {
    String id = from.id();
    add(Kind.OPERATION_ID, Direction.NEITHER, id, id, to.id());
    add(Kind.TAG, Direction.NEITHER, id, text(from.node(), "tags"), text(to.node(), "tags"));
    security(id, security(before, from), security(after, to));
    add(
        Kind.DEPRECATED,
        Direction.NEITHER,
        id,
        text(from.node(), "deprecated"),
        text(to.node(), "deprecated"));
    schemas.extensions(id, from.node(), to.node());
    parameters(from, to);
    body(id, from, to);
    Map<String, JsonNode> earlier = before.entries(from.node().path("responses"));
    Map<String, JsonNode> later = after.entries(to.node().path("responses"));
    for (String status : union(earlier.keySet(), later.keySet())) {
      String where = id + " " + status;
      if (both(Kind.STATUS, Direction.RESPONSE, where, status, earlier, later)) {
        response(where, earlier.get(status), later.get(status));
      }
    }
  }

  private void parameters(Operation from, Operation to) {
    names(from, to);
    Map<String, JsonNode> earlier = from.parametersByName();
    Map<String, JsonNode> later = renamed(from, to);
    order(from.id(), earlier, later);
    signature(from.id(), optional(from, earlier), optional(to, later));
    for (String name : union(earlier.keySet(), later.keySet())) {
      if (!earlier.containsKey(name)) {
        addOptionally(Kind.PARAMETER, Direction.REQUEST, name, later.get(name));
      } else if (both(Kind.PARAMETER, Direction.REQUEST, name, name, earlier, later)) {
        JsonNode a = earlier.get(name);
        JsonNode b = later.get(name);
        turned(Direction.REQUEST, name, a, b);
        add(Kind.DEPRECATED, Direction.NEITHER, name, text(a, "deprecated"), text(b, "deprecated"));
        schemas.extensions(name, a, b);
        schemas.compare(name, Direction.REQUEST, a.path("schema"), b.path("schema"));
      }
    }
  }

  private void names(Operation from, Operation to) {
    List<String> earlier = placeholders(from);
    List<String> later = placeholders(to);
    Map<String, JsonNode> parameters = from.parametersByName();
    for (int i = 0; i < earlier.size(); i++) {
      JsonNode parameter = parameters.getOrDefault("path " + earlier.get(i), from.node());
      String where = (parameter.has("x-bound") ? "bound path " : "path ") + earlier.get(i);
      add(Kind.NAME, Direction.REQUEST, where, earlier.get(i), later.get(i));
    }
  }

  /** Returns the later parameters, those of the path by their earlier names. */
  private static Map<String, JsonNode> renamed(Operation from, Operation to) {
    List<String> earlier = placeholders(from);
    List<String> later = placeholders(to);
    Map<String, JsonNode> renamed = new LinkedHashMap<>();
    to.parametersByName()
        .forEach(
            (name, parameter) -> {
              int place = name.startsWith("path ") ? later.indexOf(name.substring(5)) : -1;
              renamed.put(place < 0 ? name : "path " + earlier.get(place), parameter);
            });
    return renamed;
  }

  private static List<String> placeholders(Operation operation) {
    return PLACEHOLDER.matcher(operation.path()).results().map(match -> match.group(1)).toList();
  }

  /** Compares the order of required parameters, which are arguments of a Java method. */
  private void order(String id, Map<String, JsonNode> from, Map<String, JsonNode> to) {
    List<String> earlier = new ArrayList<>(from.keySet());
    List<String> later = new ArrayList<>(to.keySet());
    for (List<String> names : List.of(earlier, later)) {
      names.removeIf(
          name ->
              !from.containsKey(name)
                  || !to.containsKey(name)
                  || !from.get(name).path("required").asBoolean()
                  || !to.get(name).path("required").asBoolean());
    }
    add(Kind.ORDER, Direction.REQUEST, id, earlier.toString(), later.toString());
  }

  /** The first optional parameter adds a method to Retrofit's interface; others change that one. */
  private void signature(String id, List<String> from, List<String> to) {
    if (!from.isEmpty()) {
      String before = String.join(", ", from);
      add(Kind.SIGNATURE, Direction.REQUEST, id, before, String.join(", ", to));
    }
  }

  private static List<String> optional(Operation operation, Map<String, JsonNode> parameters) {
    List<String> optional = new ArrayList<>();
    parameters.forEach(
        (name, parameter) -> {
          if (!parameter.path("required").asBoolean()) {
            optional.add(name);
          }
        });
    JsonNode body = operation.requestBody();
    if (!body.isMissingNode() && !body.path("required").asBoolean()) {
      optional.add("body");
    }
    return optional;
  }

  private void security(String id, Set<String> from, Set<String> to) {
    if (!from.equals(to)) {
      String change = to.containsAll(from) && !from.isEmpty() ? "loosened" : "changed";
      String was = String.join(" or ", from);
      String is = String.join(" or ", to);
      add(new Difference(Kind.SECURITY, Direction.REQUEST, change, id, was, is));
    }
  }

  private void body(String id, Operation from, Operation to) {
    JsonNode a = from.requestBody();
    JsonNode b = to.requestBody();
    String where = id + " body";
    if (a.isMissingNode() && !b.isMissingNode()) {
      addOptionally(Kind.BODY, Direction.REQUEST, where, b);
    } else if (b.isMissingNode() && !a.isMissingNode()) {
      add(Difference.of(Kind.BODY, Direction.REQUEST, where, "body", ""));
    } else {
      turned(Direction.REQUEST, where, a, b);
      content(where, Direction.REQUEST, a, b);
    }
  }

  private void response(String where, JsonNode from, JsonNode to) {
    headers(where, before.entries(from.path("headers")), after.entries(to.path("headers")));
    content(where, Direction.RESPONSE, from, to);
  }

  private void headers(String where, Map<String, JsonNode> earlier, Map<String, JsonNode> later) {
    for (String name : union(earlier.keySet(), later.keySet())) {
      String header = where + " " + name;
      if (both(Kind.HEADER, Direction.RESPONSE, header, name, earlier, later)) {
        turned(Direction.RESPONSE, header, earlier.get(name), later.get(name));
        schemas.compare(
            header,
            Direction.RESPONSE,
            earlier.get(name).path("schema"),
            later.get(name).path("schema"));
      }
    }
  }

  private void content(String where, Direction direction, JsonNode from, JsonNode to) {
    Map<String, JsonNode> earlier = before.entries(from.path("content"));
    Map<String, JsonNode> later = after.entries(to.path("content"));
    for (String type : union(earlier.keySet(), later.keySet())) {
      if (both(Kind.MEDIA_TYPE, direction, where + " " + type, type, earlier, later)) {
        schemas.compare(
            where, direction, earlier.get(type).path("schema"), later.get(type).path("schema"));
      }
    }
  }

  /** Returns whether both have it; adds a difference if only one has. */
  private boolean both(
      Kind kind,
      Direction direction,
      String where,
      String name,
      Map<String, JsonNode> earlier,
      Map<String, JsonNode> later) {
    add(
        kind,
        direction,
        where,
        earlier.containsKey(name) ? name : "",
        later.containsKey(name) ? name : "");
    return earlier.containsKey(name) && later.containsKey(name);
  }

  private void addOptionally(Kind kind, Direction direction, String where, JsonNode node) {
    String need = node.path("required").asBoolean() ? "required" : "optional";
    add(new Difference(kind, direction, "added " + need, where, "", need));
  }

  private void turned(Direction direction, String where, JsonNode from, JsonNode to) {
    schemas.turned(
        direction, where, from.path("required").asBoolean(), to.path("required").asBoolean());
  }

  private static String servers(Spec spec) {
    return StreamSupport.stream(spec.tree().path("servers").spliterator(), false)
        .map(server -> server.path("url").asText())
        .collect(Collectors.joining(", "));
  }

  /** Describes the security schemes, since their names mean nothing on the wire. */
  private static Set<String> security(Spec spec, Operation operation) {
    Set<String> ways = new TreeSet<>();
    for (JsonNode way : operation.node().path("security")) {
      Set<String> schemes = new TreeSet<>();
      for (var scheme : way.properties()) {
        JsonNode declared = spec.tree().at("/components/securitySchemes").path(scheme.getKey());
        schemes.add(
            Stream.of("type", "scheme", "in", "name")
                .map(key -> declared.path(key).asText())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" ")));
      }
      ways.add(String.join(" and ", schemes));
    }
    return ways;
  }

  static <T> Set<T> union(Set<T> first, Set<T> second) {
    Set<T> union = new LinkedHashSet<>(first);
    union.addAll(second);
    return union;
  }

  private static String text(JsonNode node, String key) {
    return node.has(key) ? node.get(key).toString() : "";
  }

  /** Returns operations by method and path, without the names of the path's parameters. */
  private static Map<String, Operation> byKey(List<Operation> operations) {
    Map<String, Operation> byKey = new LinkedHashMap<>();
    for (Operation operation : operations) {
      byKey.put(operation.key().replaceAll("(?<!\\$)\\{[^}$]*}", "{}"), operation);
    }
    return byKey;
  }
}

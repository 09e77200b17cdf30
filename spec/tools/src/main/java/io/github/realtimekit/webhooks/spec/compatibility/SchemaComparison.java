package io.github.realtimekit.webhooks.spec.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Direction;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Differences between two schemas, and all schemas below them. */
final class SchemaComparison {
  private static final Set<String> TEXTS =
      Set.of("description", "example", "examples", "title", "externalDocs", "xml");

  /** Keywords that are compared by their meaning, elsewhere. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "$ref",
          "type",
          "format",
          "properties",
          "required",
          "items",
          "additionalProperties",
          "enum",
          "nullable",
          "allOf",
          "oneOf",
          "discriminator");

  private static final Set<String> LOWER =
      Set.of("minLength", "minItems", "minProperties", "minimum");
  private static final Set<String> UPPER =
      Set.of("maxLength", "maxItems", "maxProperties", "maximum");
  private static final Set<String> OTHER_LIMITS =
      Set.of("pattern", "uniqueItems", "multipleOf", "exclusiveMinimum", "exclusiveMaximum");
  private static final Map<String, Kind> KINDS =
      Map.of("default", Kind.DEFAULT, "deprecated", Kind.DEPRECATED);

  private final Spec before;
  private final Spec after;
  private final Consumer<Difference> found;
  private final Set<String> open = new HashSet<>();
  private final Set<String> compared = new HashSet<>();

  SchemaComparison(Spec before, Spec after, Consumer<Difference> found) {
    this.before = before;
    this.after = after;
    this.found = found;
  }

  /**
   * @param where what to call the schema if the earlier spec has no name for it
   */
  void compare(String where, Direction direction, JsonNode from, JsonNode to) {
    String name = name(from);
    String place = name.isEmpty() ? where : name;
    JsonNode a = flat(before, from);
    JsonNode b = flat(after, to);
    if (!open.add(place + direction)) {
      return;
    }
    compared.add(name);
    boolean generated = !a.path("x-internal").asBoolean() || !b.path("x-internal").asBoolean();
    if (generated) {
      add(Kind.SCHEMA_NAME, direction, place, name, name(to));
    }
    add(Kind.TYPE, direction, place, type(a), type(b));
    if (type(a).equals(type(b))) {
      keywords(place, direction, a, b);
      values(place, direction, a.path("enum"), b.path("enum"));
      fields(place, direction, a, b);
      if (a.has("items") && b.has("items")) {
        compare(place + "[]", direction, a.get("items"), b.get("items"));
      }
      if (a.path("additionalProperties").isObject() && b.path("additionalProperties").isObject()) {
        JsonNode value = a.get("additionalProperties");
        compare(place + "{}", direction, value, b.get("additionalProperties"));
      }
      members(place, direction, a, b);
    }
    open.remove(place + direction);
  }

  /** Compares a schema of the jar that no operation uses. */
  void compareUnused(String name, JsonNode from, JsonNode to) {
    if (!compared.contains(name)) {
      compare(name, Direction.RESPONSE, from, to);
    }
  }

  /** Merges what {@code allOf} refers to into the schema. */
  private static JsonNode flat(Spec spec, JsonNode written) {
    JsonNode schema = spec.resolve(written);
    if (!schema.has("allOf")) {
      return schema;
    }
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    List<JsonNode> parts = new ArrayList<>();
    schema.get("allOf").forEach(part -> parts.add(flat(spec, part)));
    parts.add(schema);
    for (JsonNode part : parts) {
      part.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
      part.path("properties")
          .properties()
          .forEach(entry -> properties.set(entry.getKey(), entry.getValue()));
      part.path("required").forEach(required::add);
    }
    merged.remove("allOf");
    if (!properties.isEmpty()) {
      merged.set("properties", properties);
      merged.set("required", required);
    }
    return merged;
  }

  /** Compares the members of a union by the value of its discriminator. */
  private void members(String place, Direction direction, JsonNode a, JsonNode b) {
    JsonNode from = a.at("/discriminator/mapping");
    JsonNode to = b.at("/discriminator/mapping");
    add(
        Kind.DISCRIMINATOR,
        direction,
        place,
        a.at("/discriminator/propertyName").asText(),
        b.at("/discriminator/propertyName").asText());
    for (String value : Comparison.union(keys(from), keys(to))) {
      String member = place + " " + value;
      add(Kind.MEMBER, direction, member, from.has(value) ? value : "", to.has(value) ? value : "");
      if (from.has(value) && to.has(value)) {
        compare(member, direction, reference(from.get(value)), reference(to.get(value)));
      }
    }
  }

  private static JsonNode reference(JsonNode target) {
    return JsonNodeFactory.instance.objectNode().set("$ref", target);
  }

  private void keywords(String place, Direction direction, JsonNode a, JsonNode b) {
    boolean nullable = b.path("nullable").asBoolean();
    if (a.path("nullable").asBoolean() != nullable) {
      String change = nullable ? "turned nullable" : "turned not nullable";
      String from = nullable ? "never null" : "nullable";
      String to = nullable ? "nullable" : "never null";
      found.accept(new Difference(Kind.NULLABLE, direction, change, place, from, to));
    }
    extensions(place, a, b);
    for (String key : Comparison.union(keys(a), keys(b))) {
      String from = text(a, key);
      String to = text(b, key);
      if (from.equals(to) || key.startsWith("x-") || TEXTS.contains(key)) {
        continue;
      }
      if (LOWER.contains(key) || UPPER.contains(key) || OTHER_LIMITS.contains(key)) {
        String change = tightened(key, a, b) ? "tightened" : "loosened";
        found.accept(new Difference(Kind.LIMIT, direction, change, place + " " + key, from, to));
      } else if (!STRUCTURE.contains(key)) {
        Kind kind = KINDS.getOrDefault(key, Kind.KEYWORD);
        add(kind, direction, kind == Kind.KEYWORD ? place + " " + key : place, from, to);
      }
    }
  }

  private void values(String place, Direction direction, JsonNode from, JsonNode to) {
    Set<String> earlier = texts(from);
    Set<String> later = texts(to);
    for (String value : Comparison.union(earlier, later)) {
      String was = earlier.contains(value) ? value : "";
      String is = later.contains(value) ? value : "";
      add(Kind.VALUE, direction, place + " " + value, was, is);
    }
  }

  private void fields(String place, Direction direction, JsonNode a, JsonNode b) {
    Set<String> wasRequired = texts(a.path("required"));
    Set<String> isRequired = texts(b.path("required"));
    JsonNode earlier = a.path("properties");
    JsonNode later = b.path("properties");
    add(Kind.FIELD_ORDER, direction, place, common(earlier, later), common(later, earlier));
    // Nobody builds what has no class.
    boolean internal = direction == Direction.RESPONSE && b.path("x-internal").asBoolean();
    for (String name : Comparison.union(keys(earlier), keys(later))) {
      String field = place + "." + name;
      if (!later.has(name)) {
        add(Kind.FIELD, direction, field, name, "");
      } else if (!earlier.has(name)) {
        String need = isRequired.contains(name) ? "required" : "optional";
        String where = internal ? "internal " + field : field;
        found.accept(new Difference(Kind.FIELD, direction, "added " + need, where, "", need));
      } else {
        String where = internal ? "internal " + field : field;
        turned(direction, where, wasRequired.contains(name), isRequired.contains(name));
        compare(field, direction, earlier.get(name), later.get(name));
      }
    }
  }

  /** Returns the fields that both have, in the order of the first. */
  private static String common(JsonNode first, JsonNode second) {
    Set<String> names = keys(first);
    names.retainAll(keys(second));
    return String.join(", ", names);
  }

  void turned(Direction direction, String where, boolean wasRequired, boolean isRequired) {
    if (wasRequired != isRequired) {
      String from = wasRequired ? "required" : "optional";
      String to = isRequired ? "required" : "optional";
      found.accept(new Difference(Kind.REQUIRED, direction, "turned " + to, where, from, to));
    }
  }

  void extensions(String where, JsonNode a, JsonNode b) {
    for (String key : Comparison.union(keys(a), keys(b))) {
      if (key.startsWith("x-")) {
        String place = where + " " + key;
        add(Kind.EXTENSION, Direction.NEITHER, place, text(a, key), text(b, key));
      }
    }
  }

  private void add(Kind kind, Direction direction, String where, String from, String to) {
    if (!from.equals(to)) {
      found.accept(Difference.of(kind, direction, where, from, to));
    }
  }

  private static boolean tightened(String key, JsonNode a, JsonNode b) {
    if (!a.has(key) || !b.has(key) || OTHER_LIMITS.contains(key)) {
      return b.has(key);
    }
    int change = Double.compare(b.get(key).asDouble(), a.get(key).asDouble());
    return LOWER.contains(key) ? change > 0 : change < 0;
  }

  private static String type(JsonNode schema) {
    String implied = schema.has("discriminator") ? "union" : "anything";
    String type = schema.path("type").asText(schema.has("properties") ? "object" : implied);
    JsonNode values = schema.path("additionalProperties");
    if (!values.isMissingNode()) {
      return values.isObject() ? "map" : "map of anything";
    }
    return schema.has("format") ? type + " (" + schema.get("format").asText() + ")" : type;
  }

  private static String name(JsonNode node) {
    return node.path("$ref").asText().replaceFirst(".*/", "");
  }

  private static String text(JsonNode node, String key) {
    return node.has(key) ? node.get(key).toString() : "";
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(value -> texts.add(value.asText()));
    return texts;
  }
}

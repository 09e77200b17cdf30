package io.github.realtimekit.webhooks.spec.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.tree.Pointers;
import io.github.realtimekit.webhooks.spec.tree.Walk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a spec to {@code supported.yaml}: what is not listed there stops the build. */
public final class Supported {
  static final JsonNode DATA = read();

  private final Spec spec;
  private final List<String> found = new ArrayList<>();
  private final Set<String> followed = new HashSet<>();

  private Supported(Spec spec) {
    this.spec = spec;
  }

  /** Returns each place that the templates cannot turn into correct Java, with an alternative. */
  public static List<String> violations(Spec spec, Templates templates) {
    Supported supported = new Supported(spec);
    supported.check("document", "", spec.tree());
    supported.found.addAll(Shapes.violations(spec, templates));
    return supported.found;
  }

  private void check(String allowed, String pointer, JsonNode node) {
    if (allowed.startsWith("list of ")) {
      for (int i = 0; i < node.size(); i++) {
        check(allowed.substring("list of ".length()), pointer + "/" + i, node.get(i));
      }
    } else if (allowed.startsWith("map of ")) {
      for (var entry : node.properties()) {
        String below = Pointers.child(pointer, entry.getKey());
        check(allowed.substring("map of ".length()), below, entry.getValue());
      }
    } else if (allowed.equals("text")) {
      checkText(pointer, node.asText());
    } else if (!allowed.equals("anything")) {
      checkKind(allowed, pointer, node);
    }
  }

  private void checkKind(String name, String pointer, JsonNode node) {
    JsonNode kind = DATA.path("kinds").path(name);
    if (kind.isMissingNode()) {
      throw new IllegalStateException("supported.yaml has no kind " + name);
    }
    if (node.isBoolean() && name.equals("valueOrTrue")) {
      return;
    }
    if (node.path(kind.path("unless").asText()).asBoolean()) {
      checkInternal(pointer, node);
      return;
    }
    if (node.has("$ref")) {
      checkReference(name, kind, pointer, node);
    } else if (kind.has("byType")) {
      String type = node.path("type").asText(unlikely(node));
      if (kind.path("byType").has(type)) {
        checkKind(kind.path("byType").path(type).asText(), pointer, node);
      } else {
        String key = node.fieldNames().hasNext() ? unlikely(node) : "type";
        String what = key.equals("type") ? "type " + node.path("type").asText() : key;
        report(name, pointer, key, what);
      }
    } else if (kind.has("keys")) {
      checkKeys(name, kind, pointer, node);
    } else {
      report(name, pointer, "$ref", "a schema without a name of its own");
    }
  }

  /** Rejects unpaired braces: the text becomes that of Javadoc's tag literal, which they break. */
  private void checkText(String pointer, String text) {
    if (hasLoneBrace(text)) {
      add(pointer, "a text with a brace that has no other", "a text with { and } in pairs");
    }
  }

  static boolean hasLoneBrace(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open >= 0; i++) {
      open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    return open != 0;
  }

  /** Rejects inline schemas in one without a class: the generator makes classes of them. */
  private void checkInternal(String pointer, JsonNode schema) {
    Walk.written(
        schema,
        (below, node) -> {
          boolean needsClass =
              node.has("oneOf") || node.has("anyOf") || node.has("allOf") || node.has("properties");
          if (needsClass && !below.isEmpty()) {
            add(
                pointer + below,
                "an inline schema",
                "a reference to a schema of its own, with x-internal");
          }
        });
  }

  /** Returns the key that stands in for the type of a schema without one. */
  private static String unlikely(JsonNode node) {
    for (String key : List.of("oneOf", "anyOf", "allOf", "not")) {
      if (node.has(key)) {
        return key;
      }
    }
    return node.path("type").asText().equals("object") ? "properties" : "type";
  }

  private void checkKeys(String name, JsonNode kind, String pointer, JsonNode node) {
    for (JsonNode needed : kind.path("needs")) {
      if (node.path(needed.asText()).isMissingNode()) {
        reportMissing(name, pointer, needed.asText());
      }
    }
    for (var entry : node.properties()) {
      String below = Pointers.child(pointer, entry.getKey());
      JsonNode allowed = allowed(kind, entry.getKey());
      if (allowed.isMissingNode()) {
        report(name, below, entry.getKey(), entry.getKey());
      } else if (allowed.isTextual()) {
        check(allowed.asText(), below, entry.getValue());
      } else if (!isOneOf(allowed, entry.getValue())) {
        report(name, below, entry.getKey(), entry.getKey() + " " + entry.getValue().asText());
      }
    }
  }

  private void checkReference(String name, JsonNode kind, String pointer, JsonNode node) {
    String target = node.get("$ref").asText();
    JsonNode resolved = spec.resolve(node);
    if (node.size() > 1) {
      add(pointer, "anything beside $ref", "what is beside it into the schema itself");
    }
    if (!target.startsWith("#/components/") || resolved.isMissingNode()) {
      add(pointer, "the reference " + target, "a reference to what is below /components");
    } else if (kind.path("refers").asText().equals("follow")) {
      if (followed.add(name + target)) {
        checkKeys(name, kind, target.substring(1), resolved);
      }
    } else if (!kind.path("refers").asText().equals("schemas")) {
      report(name, pointer, "$ref", "a reference");
    } else if (resolved.path("x-internal").asBoolean()) {
      add(pointer, "a schema with x-internal", "a schema that a class is made of");
    } else if ((name.equals("plain") || name.equals("parameterSchema")) && !resolved.has("enum")) {
      boolean object = resolved.has("properties") || resolved.has("allOf");
      add(
          pointer,
          object
              ? "an object as a parameter"
              : "a reference to a " + resolved.path("type").asText(),
          object ? "one parameter for each of its fields" : "the type itself, in this place");
    }
  }

  private static JsonNode allowed(JsonNode kind, String key) {
    return lookUp(kind.path("keys"), key);
  }

  private static JsonNode lookUp(JsonNode patterns, String key) {
    for (Map.Entry<String, JsonNode> entry : patterns.properties()) {
      if (entry.getKey().equals(key) || key.matches(entry.getKey())) {
        return entry.getValue();
      }
    }
    return patterns.path("no such key");
  }

  private static boolean isOneOf(JsonNode values, JsonNode value) {
    for (JsonNode one : values) {
      if (one.asText().equals(value.asText())) {
        return true;
      }
    }
    return false;
  }

  private void reportMissing(String kind, String pointer, String key) {
    add(pointer, "to leave out " + key, hint(kind, key).asText(key + ", beside the other keys"));
  }

  private static JsonNode hint(String kind, String key) {
    JsonNode exact = lookUp(DATA.path("instead"), kind + " " + key);
    return exact.isMissingNode() ? lookUp(DATA.path("instead"), key) : exact;
  }

  private void report(String kind, String pointer, String key, String what) {
    JsonNode hint = hint(kind, key);
    List<String> keys = new ArrayList<>();
    DATA.path("kinds").path(kind).path("keys").fieldNames().forEachRemaining(keys::add);
    add(pointer, what, hint.asText(String.join(", ", keys).replace("|", ", ")));
  }

  private void add(String pointer, String what, String instead) {
    found.add("%s: %s is not supported. Write instead: %s".formatted(pointer, what, instead));
  }

  private static JsonNode read() {
    try (InputStream in = Supported.class.getResourceAsStream("/supported.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

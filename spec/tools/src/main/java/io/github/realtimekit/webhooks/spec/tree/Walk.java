package io.github.realtimekit.webhooks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Visits each object of a tree with its pointer, but not the values of examples and defaults. */
public final class Walk {
  private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum");

  /** Keywords below which the keys are chosen names, not keywords of OpenAPI. */
  private static final Set<String> NAMES =
      Set.of("paths", "responses", "headers", "schemas", "properties", "content");

  private final UnaryOperator<JsonNode> resolver;
  private final BiConsumer<String, JsonNode> visitor;
  private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private Walk(UnaryOperator<JsonNode> resolver, BiConsumer<String, JsonNode> visitor) {
    this.resolver = resolver;
    this.visitor = visitor;
  }

  /** Visits the tree as it was written, without following references. */
  public static void written(JsonNode tree, BiConsumer<String, JsonNode> visitor) {
    new Walk(UnaryOperator.identity(), visitor).visit("", tree);
  }

  /** Visits the tree with its references followed, except those back to an object around them. */
  public static void expanded(Spec spec, JsonNode tree, BiConsumer<String, JsonNode> visitor) {
    new Walk(spec::resolve, visitor).visit("", tree);
  }

  private void visit(String pointer, JsonNode written) {
    JsonNode node = resolver.apply(written);
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(pointer + "/" + i, node.get(i));
      }
    }
    if (!node.isObject() || !open.add(node)) {
      return;
    }
    visitor.accept(pointer, node);
    for (var child : node.properties()) {
      String below = Pointers.child(pointer, child.getKey());
      if (NAMES.contains(child.getKey())) {
        for (var named : child.getValue().properties()) {
          visit(Pointers.child(below, named.getKey()), named.getValue());
        }
      } else if (!VALUES.contains(child.getKey())) {
        visit(below, child.getValue());
      }
    }
    open.remove(node);
  }
}

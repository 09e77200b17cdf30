package io.github.realtimekit.webhooks.spec.rules;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.tree.Pointers;
import io.github.realtimekit.webhooks.spec.tree.Walk;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;

/** Holds each example and default, wherever it stands, to the schema that it illustrates. */
final class Examples {
  private final SchemaValidator validator;
  private final List<String> found = new ArrayList<>();

  private Examples(Spec spec) {
    validator = new SchemaValidator(Parser.parse(spec).getOpenAPI(), new MessageResolver());
  }

  static List<String> invalid(Spec spec) {
    Examples examples = new Examples(spec);
    Walk.written(spec.tree(), examples::visit);
    return examples.found;
  }

  /** Nodes with a schema are parameters, headers and media types; others are schemas themselves. */
  private void visit(String pointer, JsonNode node) {
    boolean carrier = node.path("schema").isObject();
    JsonNode schema = carrier ? node.get("schema") : node;
    if (node.has("example")) {
      validate(pointer + "/example", schema(pointer, schema), node.get("example"));
    }
    if (!carrier && node.has("default")) {
      validate(pointer + "/default", schema(pointer, schema), node.get("default"));
    }
    if (carrier) {
      for (var example : node.path("examples").properties()) {
        String below = Pointers.child(pointer + "/examples", example.getKey());
        validate(below, schema(below, schema), example.getValue().path("value"));
      }
    }
  }

  /** Refers to a component by name, since a schema without a type does not survive conversion. */
  private static Schema<?> schema(String pointer, JsonNode node) {
    return pointer.matches("/components/schemas/[^/]+")
        ? new Schema<>().$ref("#" + pointer)
        : Json.mapper().convertValue(node, Schema.class);
  }

  private void validate(String pointer, Schema<?> schema, JsonNode example) {
    for (var message : validator.validate(() -> example, schema, "").getMessages()) {
      found.add(pointer + ": " + message.getMessage());
    }
  }
}

package io.github.realtimekit.webhooks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An OpenAPI file as it was written: a tree that keeps what a parser's model would drop. */
record Spec(String text, JsonNode tree) {
  static final Path FILE = Path.of("realtimekit-webhooks.yaml");

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Spec read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Spec of(String text) {
    return new Spec(text, DeserializationUtils.deserializeIntoTree(text, ""));
  }

  static Spec of(JsonNode tree) {
    return of(tree.toPrettyString());
  }

  SwaggerParseResult parsed() {
    return new OpenAPIV3Parser().readContents(text);
  }

  OpenAPI model() {
    return parsed().getOpenAPI();
  }

  String version() {
    return tree.at("/info/version").asText();
  }

  /** The node itself, or what it refers to; a missing node where nothing is there. */
  JsonNode resolve(JsonNode node) {
    JsonNode resolved = node;
    while (resolved.has("$ref")) {
      String reference = resolved.get("$ref").asText();
      resolved =
          reference.startsWith("#/") ? tree.at(reference.substring(1)) : MAPPER.missingNode();
    }
    return resolved;
  }

  JsonNode schemas() {
    return tree.at("/components/schemas");
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : tree.path("paths").properties()) {
      for (var entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          List<JsonNode> parameters = new ArrayList<>();
          path.getValue().path("parameters").forEach(p -> parameters.add(resolve(p)));
          entry.getValue().path("parameters").forEach(p -> parameters.add(resolve(p)));
          operations.add(
              new Operation(entry.getKey(), path.getKey(), entry.getValue(), parameters));
        }
      }
    }
    return operations;
  }

  /** One operation, its parameters resolved, those of its path included. */
  record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
    String id() {
      return node.path("operationId").asText();
    }

    /** Tells the operation apart whatever its operationId is. */
    String key() {
      return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }

    String pointer() {
      return "/paths/" + Pointers.escape(path) + "/" + method;
    }
  }
}

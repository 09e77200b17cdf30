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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

  /** The values of a map by their names, references followed. */
  Map<String, JsonNode> entries(JsonNode map) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    map.properties().forEach(entry -> entries.put(entry.getKey(), resolve(entry.getValue())));
    return entries;
  }

  String servers() {
    return StreamSupport.stream(tree.path("servers").spliterator(), false)
        .map(server -> server.path("url").asText())
        .collect(Collectors.joining(", "));
  }

  /** What the security schemes are, since their names mean nothing on the wire. */
  String security(Operation operation) {
    Set<String> ways = new TreeSet<>();
    for (JsonNode way : operation.node().path("security")) {
      Set<String> schemes = new TreeSet<>();
      for (var scheme : way.properties()) {
        JsonNode declared = tree.at("/components/securitySchemes").path(scheme.getKey());
        schemes.add(
            Stream.of("type", "scheme", "in", "name")
                .map(key -> declared.path(key).asText())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" ")));
      }
      ways.add(String.join(" and ", schemes));
    }
    return String.join(" or ", ways);
  }

  /** One operation, its parameters resolved, those of its path included. */
  record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
    String id() {
      return node.path("operationId").asText();
    }

    /** Tells the operation apart whatever its operationId is. */
    String key() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /** The parameters by what tells them apart, like {@code path app_id}. */
    Map<String, JsonNode> parametersByName() {
      Map<String, JsonNode> named = new LinkedHashMap<>();
      for (JsonNode parameter : parameters) {
        named.put(parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
      }
      return named;
    }

    String pointer() {
      return "/paths/" + Pointers.escape(path) + "/" + method;
    }
  }
}

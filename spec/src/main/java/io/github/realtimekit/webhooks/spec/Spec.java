package io.github.realtimekit.webhooks.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * An OpenAPI document as it was written: Jackson's tree, whose references are resolved on request.
 * Immutable as long as nobody changes the tree, and thread-safe.
 */
public final class Spec {
  /** Name of the document on the class path. */
  public static final String RESOURCE = "realtimekit-webhooks.yaml";

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final YAMLMapper YAML = mapper();

  private final String text;
  private final JsonNode tree;

  private Spec(String text, JsonNode tree) {
    this.text = text;
    this.tree = tree;
  }

  /**
   * Reads the project's own document from the class path.
   *
   * @throws IllegalStateException if it is not there
   */
  public static Spec load() {
    return parse(resource(RESOURCE));
  }

  /**
   * Reads a document from a file.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is not YAML, or gives a key twice
   */
  public static Spec read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Parses a document.
   *
   * @param text YAML or JSON, without aliases: Jackson's tree would hold their names instead
   * @throws IllegalArgumentException if it is neither, or gives a key twice
   */
  public static Spec parse(String text) {
    return new Spec(text, tree(text));
  }

  /** Wraps a tree. */
  public static Spec of(JsonNode tree) {
    return new Spec(tree.toPrettyString(), tree);
  }

  /** Returns the document as text. */
  public String text() {
    return text;
  }

  /** Returns the whole document. */
  public JsonNode tree() {
    return tree;
  }

  /** Returns {@code info.version}. */
  public String version() {
    return tree.at("/info/version").asText();
  }

  /** Returns the node, or what its {@code $ref} refers to: a missing node if that is not there. */
  public JsonNode resolve(JsonNode node) {
    JsonNode resolved = node;
    Set<String> followed = new HashSet<>();
    while (resolved.has("$ref")) {
      String reference = resolved.get("$ref").asText();
      boolean local = reference.startsWith("#/") && followed.add(reference);
      resolved = local ? tree.at(reference.substring(1)) : MissingNode.getInstance();
    }
    return resolved;
  }

  /** Returns the values of an object by their names, in order, each resolved. */
  public Map<String, JsonNode> entries(JsonNode object) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    object.properties().forEach(entry -> entries.put(entry.getKey(), resolve(entry.getValue())));
    return entries;
  }

  /** Returns the component schemas by name, in order. */
  public Map<String, JsonNode> schemas() {
    return entries(tree.at("/components/schemas"));
  }

  /**
   * Returns the values of a component schema that is an enum.
   *
   * @throws IllegalArgumentException if no schema of this name has an {@code enum}
   */
  public List<String> values(String schema) {
    List<String> values = new ArrayList<>();
    tree.at("/components/schemas/" + schema + "/enum").forEach(each -> values.add(each.asText()));
    if (values.isEmpty()) {
      throw new IllegalArgumentException("No values in /components/schemas/" + schema + "/enum");
    }
    return values;
  }

  /** Returns all operations in the order of the document. */
  public List<Operation> operations() {
    return operations(tree.path("paths"));
  }

  /**
   * Returns the requests that the API makes in turn: all operations of all callbacks. The path of
   * each is the expression for its URL.
   */
  public List<Operation> callbacks() {
    List<Operation> callbacks = new ArrayList<>();
    for (Operation operation : operations()) {
      for (JsonNode callback : entries(operation.node().path("callbacks")).values()) {
        callbacks.addAll(operations(callback));
      }
    }
    return callbacks;
  }

  private List<Operation> operations(JsonNode paths) {
    List<Operation> operations = new ArrayList<>();
    for (var path : paths.properties()) {
      for (var entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          operations.add(operation(entry.getKey(), path.getKey(), path.getValue()));
        }
      }
    }
    return operations;
  }

  /**
   * Returns the operation with this {@code operationId}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No operation " + id));
  }

  /**
   * Returns the operation that a request is for. A path without parameters takes precedence over
   * one with parameters, as OpenAPI demands.
   *
   * @param method in upper case
   * @param path of the request, relative to the base URL, without a query
   */
  public Optional<Operation> operation(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> operation.match(path).isPresent())
        .min(Comparator.comparingLong(Operation::pathParameters));
  }

  private Operation operation(String method, String path, JsonNode item) {
    JsonNode node = item.get(method);
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    node.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        node,
        List.copyOf(parameters),
        resolve(node.path("requestBody")),
        entries(node.path("responses")));
  }

  static String resource(String name) {
    try (InputStream in = Spec.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static YAMLMapper mapper() {
    LoaderOptions options = new LoaderOptions();
    // The vendor's document describes its whole platform, which is more than the default allows.
    options.setCodePointLimit(Integer.MAX_VALUE);
    YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
    return YAMLMapper.builder(factory)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}

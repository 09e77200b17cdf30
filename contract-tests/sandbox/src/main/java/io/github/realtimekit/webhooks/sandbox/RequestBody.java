package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import io.github.realtimekit.webhooks.sandbox.Response.ErrorResponseException;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Checks the request bodies of one operation against its schema. Documented error messages are
 * worded as the library joi words them, so the others are too; that the API checks no more than its
 * schema says is assumed, as is that it ignores unknown fields.
 */
final class RequestBody {
  /** Ignores the document's other keywords, which are logged as unknown otherwise. */
  private static final JsonMetaSchema DIALECT =
      JsonMetaSchema.builder(OpenApi30.getInstance())
          .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
          .build();

  /** Of several findings for one value the last is the most precise, and is reported. */
  private static final List<String> PRECISION = List.of("required", "type", "format", "enum");

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a string",
          "array", "an array",
          "boolean", "a boolean",
          "integer", "an integer",
          "number", "a number",
          "object", "of type object");

  private final Spec spec;
  private final JsonNode schema;
  private final JsonSchema validator;
  private final List<String> fields;

  RequestBody(Spec spec, Operation operation) {
    this.spec = spec;
    this.schema = spec.resolve(operation.requestSchema());
    this.fields = List.copyOf(spec.entries(schema.path("properties")).keySet());
    // References are looked up in the document that holds them.
    ObjectNode document = Json.object().put("$ref", "#/body");
    document.set("body", operation.requestSchema());
    document.set("components", spec.tree().path("components"));
    this.validator =
        JsonSchemaFactory.getInstance(
                VersionFlag.V4,
                factory -> factory.metaSchema(DIALECT).defaultMetaSchemaIri(DIALECT.getIri()))
            .getSchema(
                document, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /**
   * Returns the fields that the schema has, with its defaults for those that the body leaves out.
   *
   * @throws ErrorResponseException if the body breaks the schema
   */
  ObjectNode read(String body) {
    JsonNode json =
        Json.parse(body).orElseThrow(() -> badRequest("BAD_REQUEST: the body is not JSON"));
    validator.validate(json).stream()
        .min(Comparator.comparing(this::position).thenComparing(this::priority))
        .ifPresent(
            finding -> {
              throw badRequest("BAD_REQUEST: " + message(finding));
            });
    ObjectNode read = Json.object();
    spec.entries(schema.path("properties"))
        .forEach(
            (name, property) -> {
              JsonNode value = json.has(name) ? json.get(name) : property.path("default");
              if (!value.isMissingNode()) {
                read.set(name, value);
              }
            });
    return read;
  }

  private static ErrorResponseException badRequest(String message) {
    return new ErrorResponseException(Response.error(400, message));
  }

  /** As joi does, an error response names the first field that is wrong, in the schema's order. */
  private int position(ValidationMessage finding) {
    return fields.indexOf(path(finding).replaceFirst("\\[.*", ""));
  }

  private int priority(ValidationMessage finding) {
    return -PRECISION.indexOf(finding.getType());
  }

  private static String message(ValidationMessage finding) {
    String path = path(finding);
    String name = path.isEmpty() ? "\"value\"" : '"' + path + '"';
    JsonNode expected = finding.getSchemaNode();
    return switch (finding.getType()) {
      case "required" -> name + " is required";
      case "enum" -> name + " must be one of [" + joined(expected) + "]";
      case "format" -> name + " must be a valid " + expected.asText();
      case "type" -> name + " must be " + TYPES.getOrDefault(expected.asText(), expected.asText());
      default -> name + " is not allowed: " + finding.getMessage();
    };
  }

  private static String joined(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  /** Returns the place of the value, or of the field that is missing, as in {@code events[0]}. */
  private static String path(ValidationMessage finding) {
    StringBuilder path = new StringBuilder();
    JsonNodePath location = finding.getInstanceLocation();
    for (int i = 0; i < location.getNameCount(); i++) {
      append(path, location.getElement(i));
    }
    if (finding.getType().equals("required")) {
      append(path, finding.getProperty());
    }
    return path.toString();
  }

  private static void append(StringBuilder path, Object element) {
    if (element instanceof Integer) {
      path.append('[').append(element).append(']');
    } else {
      path.append(path.isEmpty() ? "" : ".").append(element);
    }
  }
}

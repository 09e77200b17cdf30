package io.github.realtimekit.webhooks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A known error response of the API: a row of {@code error-responses.yaml}, whose head describes
 * the fields.
 *
 * @param headers beside {@code Content-Type} and {@code cf-ray}
 * @param json whether the body is JSON
 * @param body as it is sent, empty if there is none
 * @param exception simple name of the class that the client throws
 */
public record ErrorResponse(
    String name,
    int status,
    Map<String, String> headers,
    boolean json,
    String body,
    String exception,
    List<Integer> codes,
    String reason,
    String kind) {
  private static final String RESOURCE = "error-responses.yaml";

  /** Returns all rows in order. */
  public static List<ErrorResponse> load() {
    Spec spec = Spec.load();
    List<ErrorResponse> rows = new ArrayList<>();
    file().path("responses").forEach(row -> rows.add(of(spec, row)));
    return rows;
  }

  /** Returns {@code advice()} of each exception, by the exception's simple name. */
  public static Map<String, String> advice() {
    return texts(file().path("advice"));
  }

  private static JsonNode file() {
    return Spec.tree(Spec.resource(RESOURCE));
  }

  private static ErrorResponse of(Spec spec, JsonNode row) {
    List<Integer> codes = new ArrayList<>();
    row.path("codes").forEach(code -> codes.add(code.asInt()));
    return new ErrorResponse(
        row.path("name").asText(),
        row.path("status").asInt(),
        texts(row.path("headers")),
        !row.has("text"),
        row.has("text") ? row.get("text").asText() : json(spec, row).toString(),
        row.path("exception").asText(),
        codes,
        row.path("reason").asText(),
        row.path("kind").asText());
  }

  private static JsonNode json(Spec spec, JsonNode row) {
    JsonNode json =
        row.has("json")
            ? row.get("json")
            : spec.tree().at("/components/responses/" + row.path("example").asText());
    if (json.isMissingNode()) {
      throw new IllegalStateException(RESOURCE + ": no body for " + row.path("name"));
    }
    return json;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  @Override
  public String toString() {
    return name;
  }
}

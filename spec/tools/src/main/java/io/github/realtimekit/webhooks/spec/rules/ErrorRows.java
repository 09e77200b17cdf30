package io.github.realtimekit.webhooks.spec.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.ErrorResponse;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Error status codes of the YAML that {@code error-responses.yaml} has no row for. */
public final class ErrorRows {
  private static final String ROW =
      """
      Add a row for the %1$s of %2$s, which client, sandbox and command line are tested with:
        - name: …
          status: %1$s
          json: %3$s
          exception: %4$s
          codes: [%5$s]
          reason: '%6$s'
          kind: assumed
      """;

  private ErrorRows() {}

  public static List<String> missing(Spec spec, List<ErrorResponse> rows) {
    Map<String, Operation> missing = new LinkedHashMap<>();
    for (Operation operation : spec.operations()) {
      for (String status : operation.responses().keySet()) {
        boolean known = rows.stream().anyMatch(row -> status.equals("" + row.status()));
        if (!status.startsWith("2") && !known) {
          missing.putIfAbsent(status, operation);
        }
      }
    }
    List<String> found = new ArrayList<>();
    missing.forEach((status, operation) -> found.add(row(spec, status, operation)));
    return found;
  }

  private static String row(Spec spec, String status, Operation operation) {
    JsonNode media = operation.response(status).at("/content/application~1json");
    JsonNode first =
        media.path("examples").elements().hasNext()
            ? media.path("examples").elements().next().path("value")
            : spec.resolve(media.path("schema")).path("example");
    JsonNode example = media.has("example") ? media.get("example") : first;
    JsonNode error = example.has("error") ? example.get("error") : example.at("/errors/0");
    return ROW.formatted(
        status,
        operation.id(),
        example.isMissingNode() ? "…" : example,
        status.startsWith("5") ? "ServerException" : "ApiException",
        error.path("code").asText(),
        error.path("message").asText().replace("'", "''"));
  }
}

package io.github.realtimekit.webhooks.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.List;
import java.util.Map;

/** Finds where a request or a response breaks the spec. */
public final class SpecCheck {
  private static final OpenApiInteractionValidator SPEC = validator();

  private SpecCheck() {}

  /**
   * Checks a response.
   *
   * @param path of the request, relative to the base URL
   */
  public static List<ValidationReport.Message> response(
      String method, String path, int status, Map<String, List<String>> headers, String body) {
    SimpleResponse.Builder response = SimpleResponse.Builder.status(status).withBody(body);
    headers.forEach(response::withHeader);
    return SPEC.validateResponse(path, Request.Method.valueOf(method), response.build())
        .getMessages();
  }

  static List<ValidationReport.Message> request(Interaction interaction) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(interaction.method(), interaction.path());
    headers(interaction.sentHeaders()).forEach(request::withHeader);
    if (!interaction.sent().isMissingNode()) {
      request.withBody(interaction.sent().toString());
    }
    return SPEC.validateRequest(request.build()).getMessages();
  }

  static List<ValidationReport.Message> response(Interaction interaction, JsonNode body) {
    Map<String, List<String>> headers = headers(interaction.readHeaders());
    headers.putIfAbsent("Content-Type", List.of("application/json"));
    return response(
        interaction.method(), interaction.path(), interaction.status(), headers, body.toString());
  }

  private static Map<String, List<String>> headers(JsonNode json) {
    Map<String, List<String>> headers = new java.util.LinkedHashMap<>();
    json.properties()
        .forEach(
            header -> headers.put(header.getKey(), List.of(header.getValue().path(0).asText())));
    return headers;
  }

  private static OpenApiInteractionValidator validator() {
    return OpenApiInteractionValidator.createForInlineApiSpecification(Spec.load().text())
        .withBasePathOverride("/")
        .build();
  }
}

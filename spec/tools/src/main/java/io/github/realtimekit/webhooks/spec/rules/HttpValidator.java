package io.github.realtimekit.webhooks.spec.rules;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.List;
import java.util.Map;

/** Finds where a request or a response breaks the spec. */
public final class HttpValidator {
  private static final OpenApiInteractionValidator SPEC = validator();

  private HttpValidator() {}

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

  /**
   * Checks a request.
   *
   * @param path relative to the base URL
   * @param body empty if there is none
   */
  public static List<ValidationReport.Message> request(
      String method, String path, Map<String, List<String>> headers, String body) {
    SimpleRequest.Builder request = new SimpleRequest.Builder(method, path);
    headers.forEach(request::withHeader);
    if (!body.isEmpty()) {
      request.withBody(body);
    }
    return SPEC.validateRequest(request.build()).getMessages();
  }

  private static OpenApiInteractionValidator validator() {
    return OpenApiInteractionValidator.createForInlineApiSpecification(Spec.load().text())
        .withBasePathOverride("/")
        .build();
  }
}

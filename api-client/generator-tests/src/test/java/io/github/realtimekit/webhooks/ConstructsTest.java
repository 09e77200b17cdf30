package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generates, compiles and calls each construct of OpenAPI that the spec's {@code constructs.yaml}
 * calls supported.
 */
@Execution(ExecutionMode.CONCURRENT)
class ConstructsTest {
  private static final Path TARGET = GeneratedClient.TARGET.resolve("constructs");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<SpecEdit> supported() {
    return SpecEdit.read("constructs.yaml").stream()
        .filter(edit -> edit.verdict().equals("supported"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("supported")
  void generatesCompilesAndCalls(SpecEdit edit) throws Exception {
    Spec spec = edit.applied();
    String folder = edit.edit().replaceAll("[^A-Za-z0-9]+", "-");
    GeneratedClient client = GeneratedClient.of(spec, TARGET.resolve(folder));
    client.compile();
    try (URLClassLoader classes = client.load();
        MockWebServer server = new MockWebServer()) {
      server.start();
      GeneratedCalls calls = new GeneratedCalls(spec, classes, server.url("/").toString());
      for (Operation operation : spec.operations()) {
        for (Method method : calls.methods(operation)) {
          check(spec, operation, method, calls, server);
        }
      }
    }
  }

  private static void check(
      Spec spec, Operation operation, Method method, GeneratedCalls calls, MockWebServer server)
      throws Exception {
    String status =
        operation.responses().keySet().stream().filter(s -> s.startsWith("2")).findFirst().get();
    JsonNode response = SchemaSample.of(spec, operation.responseSchema(status));
    boolean json = !operation.responseSchema(status).isMissingNode();
    String body = json ? response.toString() : "two\nlines";
    MockResponse sent = new MockResponse().setResponseCode(Integer.parseInt(status));
    server.enqueue(status.equals("204") ? sent : sent.setBody(body));

    Object result = calls.call(operation, method);

    RecordedRequest request = server.takeRequest();
    String path = request.getRequestUrl().encodedPath();
    assertThat(spec.operation(request.getMethod(), path))
        .as("%s %s", request.getMethod(), path)
        .hasValueSatisfying(found -> assertThat(found.key()).isEqualTo(operation.key()));
    if (GeneratedCalls.isComplete(method)) {
      for (JsonNode parameter : operation.parameters()) {
        String name = parameter.path("name").asText();
        switch (parameter.path("in").asText()) {
          case "query" ->
              assertThat(request.getRequestUrl().queryParameterValues(name))
                  .doesNotContainNull()
                  .isNotEmpty();
          case "header" -> assertThat(request.getHeader(name)).isNotBlank();
          default -> assertThat(path).doesNotContain("{");
        }
      }
      if (!operation.requestSchema().isMissingNode()) {
        assertThat(JSON.readTree(request.getBody().readUtf8()))
            .isEqualTo(SchemaSample.of(spec, operation.requestSchema()));
      }
    }
    if (result instanceof ResponseBody text) {
      assertThat(text.string()).isEqualTo(body);
    } else if (json) {
      boolean payload = spec.resolve(operation.responseSchema(status)).has("x-payload");
      boolean whole = method.getName().endsWith("Page");
      assertThat(calls.toJson(method, result))
          .isEqualTo(payload && !whole ? response.get("data") : response);
    } else {
      assertThat(result).isNull();
    }
  }
}

package io.github.realtimekit.webhooks.spec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Releases;
import io.github.realtimekit.webhooks.spec.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckSpecTest {
  private static final String CONTRACT =
      """
      {"interactions": [{
        "request": {"method": "GET", "path": "/accounts/a/realtime/kit/b/webhooks"},
        "response": {"status": 200}}]}
      """;

  @TempDir private Path released;

  @Test
  void listsEachStatusWithoutInteraction() throws IOException {
    assertThat(check().leftToDo(Spec.load()))
        .contains(
            "contract-tests: no interaction for listWebhooks 401; CoverageIT prints a test method for it")
        .noneMatch(step -> step.contains("listWebhooks 200"));
  }

  @Test
  void locatesWhatTheTemplatesDoNotSupport() throws IOException {
    Spec spec =
        Spec.parse(Spec.load().text().replace("operationId: getWebhook", "operationId: Get"));
    assertThat(check().leftToDo(spec))
        .anyMatch(
            step ->
                step.matches(
                    "spec/realtimekit-webhooks.yaml:\\d+ .*the name Get is not supported.*"));
  }

  @Test
  void asksForVersionThatMayFollowTheLastRelease() throws IOException {
    Spec ours = Spec.load();
    Files.writeString(
        released.resolve("9.0.0.yaml"),
        ours.text().replace("version: " + ours.version(), "version: 9.0.0"));
    assertThat(check().leftToDo(ours))
        .anyMatch(step -> step.contains("set info.version to 9.0.1 or higher"));
  }

  private CheckSpec check() throws IOException {
    Templates templates =
        Templates.read(
            Path.of(System.getProperty("generator.options")),
            Path.of(System.getProperty("client.classes")));
    JsonNode contract = new ObjectMapper().readTree(CONTRACT);
    return new CheckSpec(new Releases(released), templates, contract);
  }
}

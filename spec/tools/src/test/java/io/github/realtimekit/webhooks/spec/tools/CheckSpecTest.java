package io.github.realtimekit.webhooks.spec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.ErrorResponse;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Releases;
import io.github.realtimekit.webhooks.spec.contract.MissingTests;
import io.github.realtimekit.webhooks.spec.edits.SpecChange;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import io.github.realtimekit.webhooks.spec.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command prints after an edit of our spec, whose state is the last release. */
class CheckSpecTest {
  @TempDir private static Path released;

  static List<SpecChange> edits() {
    return SpecChange.all();
  }

  @BeforeAll
  static void release() throws IOException {
    Files.writeString(released.resolve(Spec.load().version() + ".yaml"), Spec.load().text());
  }

  @Test
  void nothingIsLeftToDoWithoutAnEdit() throws IOException {
    assertThat(report(Spec.load())).startsWith("Nothing is left to do.\n");
  }

  @Tag("edits")
  @ParameterizedTest
  @MethodSource("edits")
  void printsWhatIsLeftToDoAfter(SpecChange edit) throws IOException {
    String report = report(Spec.parse(edit.applied(Spec.load().text())));

    assertThat(report).contains(edit.says());
    if (!edit.verdict().isEmpty()) {
      assertThat(report).contains(edit.verdict() + ": ");
    }
    assertThat(report.lines().filter(line -> line.contains(": "))).doesNotHaveDuplicates();
    assertThat(report.contains("mvn verify -Dpact.recreate"))
        .as("asks for new pacts")
        .isEqualTo(
            report.contains(" has no interaction for ") || report.contains(" is in no message"));
  }

  private static String report(Spec spec) throws IOException {
    Templates templates =
        Templates.read(
            Path.of(System.getProperty("generator.options")),
            Path.of(System.getProperty("client.classes")));
    return new CheckSpec(new Releases(released), templates, contracts())
        .report(spec, Sources.load(), ErrorResponse.load());
  }

  /** The contracts that our spec asks for. Those that are committed may be behind. */
  private static MissingTests contracts() {
    ObjectNode api = JsonNodeFactory.instance.objectNode();
    for (Operation operation : Spec.load().operations()) {
      for (String status : operation.responses().keySet()) {
        ObjectNode interaction = api.withArray("interactions").addObject();
        interaction.withObject("/comments/references/openapi").put("operationId", operation.id());
        interaction.withObject("/response").put("status", status);
      }
    }
    ObjectNode deliveries = JsonNodeFactory.instance.objectNode();
    for (String type : Spec.load().values("EventType")) {
      deliveries
          .withArray("interactions")
          .addObject()
          .withObject("/contents/content")
          .put("event", type);
    }
    return new MissingTests(api, deliveries);
  }
}

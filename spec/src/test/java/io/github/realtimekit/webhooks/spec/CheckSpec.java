package io.github.realtimekit.webhooks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.realtimekit.webhooks.spec.compatibility.Gate;
import io.github.realtimekit.webhooks.spec.compatibility.Releases;
import io.github.realtimekit.webhooks.spec.report.Findings;
import io.github.realtimekit.webhooks.spec.report.Lines;
import io.github.realtimekit.webhooks.spec.rules.Payloads;
import io.github.realtimekit.webhooks.spec.rules.Rule;
import io.github.realtimekit.webhooks.spec.templates.Supported;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Lists all that is left to do after an edit of the YAML, with its file: {@code mvn -Pcheck-spec
 * -pl spec test}.
 */
class CheckSpec {
  private static final Path CONTRACT =
      Path.of(
          "../contract-tests/pacts/realtimekit-webhooks-java-cloudflare-realtimekit-webhooks.json");

  @Test
  void nothingIsLeftToDo() throws IOException {
    Spec ours = Spec.load();
    List<String> steps = new ArrayList<>();
    List<String> inYaml = new ArrayList<>();
    for (Rule rule : Rule.ALL) {
      List<String> found = rule.violations().apply(ours);
      (rule.name().equals("sources") ? steps : inYaml).addAll(found);
    }
    inYaml.addAll(Supported.violations(ours));
    inYaml.addAll(Payloads.missing(ours));
    steps.addAll(0, Lines.of("spec/" + Spec.RESOURCE, ours.text()).locate(inYaml));
    Releases.OURS
        .last()
        .map(last -> Gate.between(Spec.read(last), ours))
        .filter(gate -> !gate.opens())
        .ifPresent(gate -> steps.add("spec/" + Spec.RESOURCE + ": " + gate.message()));
    steps.addAll(missingInteractions(ours));
    Findings.expectNone("Left to do", steps);
  }

  private static List<String> missingInteractions(Spec spec) throws IOException {
    JsonNode interactions = new ObjectMapper().readTree(CONTRACT.toFile()).path("interactions");
    List<String> steps = new ArrayList<>();
    for (Operation operation : spec.operations()) {
      for (String status : operation.responses().keySet()) {
        boolean covered =
            StreamSupport.stream(interactions.spliterator(), false)
                .filter(each -> each.at("/response/status").asText().equals(status))
                .map(each -> each.path("request"))
                .anyMatch(
                    request ->
                        spec.operation(
                                request.path("method").asText(), request.path("path").asText())
                            .filter(found -> found.key().equals(operation.key()))
                            .isPresent());
        if (!covered) {
          steps.add(
              "contract-tests/pacts: no interaction for %s %s; run mvn -pl contract-tests -am verify -Dpact.recreate"
                  .formatted(operation.id(), status));
        }
      }
    }
    return steps;
  }
}

package io.github.realtimekit.webhooks.spec.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Gate;
import io.github.realtimekit.webhooks.spec.compatibility.Releases;
import io.github.realtimekit.webhooks.spec.report.Lines;
import io.github.realtimekit.webhooks.spec.rules.Payloads;
import io.github.realtimekit.webhooks.spec.rules.Rule;
import io.github.realtimekit.webhooks.spec.templates.Supported;
import io.github.realtimekit.webhooks.spec.templates.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Lists all that is left to do after an edit of the YAML, with its file, and fails if there is
 * something: {@code CheckSpec RELEASED_FOLDER GENERATOR_OPTIONS CLASSES_FOLDER CONTRACT}.
 */
public record CheckSpec(Releases releases, Templates templates, JsonNode contract) {
  public static void main(String[] args) throws IOException {
    CheckSpec check =
        new CheckSpec(
            new Releases(Path.of(args[0])),
            Templates.read(Path.of(args[1]), Path.of(args[2])),
            new ObjectMapper().readTree(Path.of(args[3]).toFile()));
    List<String> steps = check.leftToDo(Spec.load());
    System.out.println(steps.isEmpty() ? "Nothing is left to do." : "Left to do");
    steps.forEach(step -> System.out.println("  " + step));
    System.exit(steps.isEmpty() ? 0 : 1);
  }

  List<String> leftToDo(Spec spec) {
    List<String> steps = new ArrayList<>();
    List<String> inYaml = new ArrayList<>();
    for (Rule rule : Rule.ALL) {
      List<String> found = rule.violations().apply(spec);
      (rule.name().equals("sources") ? steps : inYaml).addAll(found);
    }
    inYaml.addAll(Supported.violations(spec, templates));
    inYaml.addAll(Payloads.missing(spec));
    steps.addAll(0, Lines.of("spec/" + Spec.RESOURCE, spec.text()).locate(inYaml));
    releases
        .last()
        .map(last -> Gate.between(Spec.read(last), spec))
        .filter(gate -> !gate.opens())
        .ifPresent(gate -> steps.add("spec/" + Spec.RESOURCE + ": " + gate.message()));
    steps.addAll(missingInteractions(spec));
    return steps;
  }

  private List<String> missingInteractions(Spec spec) {
    List<String> steps = new ArrayList<>();
    for (Operation operation : spec.operations()) {
      for (String status : operation.responses().keySet()) {
        boolean covered =
            StreamSupport.stream(contract.path("interactions").spliterator(), false)
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
              "contract-tests: no interaction for %s %s; CoverageIT prints a test method for it"
                  .formatted(operation.id(), status));
        }
      }
    }
    return steps;
  }
}

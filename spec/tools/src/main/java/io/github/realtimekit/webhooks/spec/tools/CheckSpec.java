package io.github.realtimekit.webhooks.spec.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.realtimekit.webhooks.spec.ErrorResponse;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Gate;
import io.github.realtimekit.webhooks.spec.compatibility.Releases;
import io.github.realtimekit.webhooks.spec.contract.MissingTests;
import io.github.realtimekit.webhooks.spec.report.Lines;
import io.github.realtimekit.webhooks.spec.rules.ErrorRows;
import io.github.realtimekit.webhooks.spec.rules.Hints;
import io.github.realtimekit.webhooks.spec.rules.Rule;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import io.github.realtimekit.webhooks.spec.templates.Supported;
import io.github.realtimekit.webhooks.spec.templates.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints all that is left to do after an edit of the YAML, by file: {@code CheckSpec
 * RELEASED_FOLDER GENERATOR_OPTIONS CLASSES_FOLDER CONTRACT_FOLDER}. It does not fail, since the
 * build does.
 */
public record CheckSpec(Releases releases, Templates templates, MissingTests tests) {
  private static final String AT_THE_END = "At the end";
  private static final String YAML = "spec/" + Spec.RESOURCE;
  private static final String PACT = "realtimekit-webhooks-java-cloudflare-realtimekit-%s.json";

  public static void main(String[] args) throws IOException {
    Path contracts = Path.of(args[3]);
    CheckSpec check =
        new CheckSpec(
            new Releases(Path.of(args[0])),
            Templates.read(Path.of(args[1]), Path.of(args[2])),
            new MissingTests(pact(contracts, "webhooks"), pact(contracts, "deliveries")));
    System.out.print(check.report(Spec.load(), Sources.load(), ErrorResponse.load()));
  }

  private static JsonNode pact(Path folder, String provider) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(PACT.formatted(provider)).toFile());
  }

  /** Returns the steps that are left, and hints on what works but may not be meant. */
  String report(Spec spec, Sources sources, List<ErrorResponse> errors) {
    Map<String, List<String>> steps = leftToDo(spec, sources, errors);
    StringBuilder report = new StringBuilder();
    report.append(steps.isEmpty() ? "Nothing is left to do.\n" : "Left to do\n");
    steps.forEach((file, texts) -> append(report, file, texts));
    append(report, "To consider", Lines.of(YAML, spec.text()).locate(Hints.of(spec)));
    return report.toString();
  }

  private static void append(StringBuilder report, String heading, List<String> texts) {
    if (!texts.isEmpty()) {
      report.append("\n").append(heading).append("\n");
      texts.forEach(text -> report.append(text.strip().indent(2).replaceAll("(?m)^ +$", "")));
    }
  }

  private Map<String, List<String>> leftToDo(
      Spec spec, Sources sources, List<ErrorResponse> errors) {
    Map<String, List<String>> steps = new LinkedHashMap<>();
    List<String> inYaml = new ArrayList<>();
    for (Rule rule : Rule.OF_YAML) {
      inYaml.addAll(rule.violations().apply(spec));
    }
    List<String> unsupported = Supported.violations(spec, templates);
    inYaml.addAll(unsupported);
    if (!unsupported.isEmpty()) {
      // Rows and tests for what has to change would be of no use.
      steps.put(YAML, Lines.of(YAML, spec.text()).locate(inYaml));
      steps.put(AT_THE_END, List.of("Run this command again: the rest depends on these changes"));
      return steps;
    }
    releases
        .last()
        .map(last -> Gate.between(Spec.read(last), spec))
        .filter(gate -> !gate.opens())
        .ifPresent(gate -> inYaml.add("/info/version: " + gate.message()));
    steps.put(YAML, Lines.of(YAML, spec.text()).locate(inYaml));
    steps.put("spec/SOURCES.md", inSources(spec, sources));
    steps.put("spec/error-responses.yaml", ErrorRows.missing(spec, errors));
    steps.put("api-client/openapi-generator.yaml", templates.missing(spec));
    steps.put(
        "contract-tests/src/test/java/io/github/realtimekit/webhooks/consumer", tests.of(spec));
    steps.values().removeIf(List::isEmpty);
    if (steps.keySet().stream().anyMatch(file -> file.startsWith("contract-tests"))) {
      steps.put(
          AT_THE_END,
          List.of("mvn verify -Dpact.recreate, and read the diff of contract-tests/pacts"));
    }
    return steps;
  }

  private static List<String> inSources(Spec spec, Sources sources) {
    List<String> steps = new ArrayList<>(sources.falseRows(spec));
    List<String> rows = sources.rowsToAdd(spec);
    if (!rows.isEmpty()) {
      steps.add(
          "Add a row for each fact, with its kind and its source:\n" + String.join("\n", rows));
    }
    return steps;
  }
}

package io.github.realtimekit.webhooks.contract;

import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The matchers of one interaction's answer: Pact's own judgement, and where they leave no choice.
 */
record Matchers(Interaction interaction) {
  private static final Pact PACT = DefaultPactReader.INSTANCE.loadPact(Interaction.FILE.toFile());

  /** What Pact says against an answer with this body. */
  List<Mismatch> mismatches(JsonNode body) {
    SynchronousHttp expected =
        PACT.getInteractions().stream()
            .map(SynchronousHttp.class::cast)
            .filter(each -> each.getDescription().equals(interaction.description()))
            .findFirst()
            .orElseThrow();
    HttpResponse actual =
        new HttpResponse(
            interaction.status(),
            expected.getResponse().getHeaders(),
            OptionalBody.body(body.toString(), ContentType.getJSON()));
    return ResponseMatching.responseMismatches(PACT, expected, actual);
  }

  /** The fields that no matcher loosens, with the one value that they may have. */
  Map<String, JsonNode> fixed() {
    Map<String, JsonNode> fixed = new LinkedHashMap<>();
    collectFixed("", interaction.read(), fixed);
    return fixed;
  }

  private void collectFixed(String path, JsonNode json, Map<String, JsonNode> fixed) {
    if (json.isObject()) {
      json.properties()
          .forEach(
              field -> collectFixed(Fields.join(path, field.getKey()), field.getValue(), fixed));
    } else if (json.isArray()) {
      json.forEach(entry -> collectFixed(path + "[]", entry, fixed));
    } else if (!rules().has(rule(path))) {
      fixed.put(path, json);
    }
  }

  /** The arrays that must have an entry. */
  Set<String> notEmpty() {
    Set<String> arrays = new LinkedHashSet<>();
    for (String array : List.of("data", "errors", "data.events", "data[].events")) {
      if (rules().path(rule(array)).at("/matchers/0/min").asInt() > 0) {
        arrays.add(array + "[]");
      }
    }
    return arrays;
  }

  private JsonNode rules() {
    return interaction.json().at("/response/matchingRules/body");
  }

  /** From {@code data[].id} to {@code $.data[*].id}. */
  private static String rule(String path) {
    return path.isEmpty() ? "$" : "$." + path.replace("[]", "[*]");
  }
}

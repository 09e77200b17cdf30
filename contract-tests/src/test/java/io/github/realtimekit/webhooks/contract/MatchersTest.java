package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matchers let pass what the spec allows, and nothing of another type. */
class MatchersTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static Stream<Interaction> contract() throws IOException {
    return Interaction.readAll().stream();
  }

  /** All but those of 401, of which the spec has examples and no schema. */
  static Stream<Interaction> withSchema() throws IOException {
    return contract().filter(interaction -> interaction.status() != 401);
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void whatTheSchemaAllows(Interaction interaction) throws IOException {
    Promises promises = new Promises(Spec.load());
    Matchers matchers = new Matchers(interaction);
    Samples samples = new Samples(promises.spec(), matchers.fixed(), matchers.notEmpty());
    JsonNode schema = promises.responseSchema(operation(interaction), interaction.status());
    boolean unknownEvent = false;

    for (int n = 0; n < Samples.COUNT; n++) {
      JsonNode sample = samples.sample(schema, n);
      assertThat(matchers.mismatches(sample)).as("%s", sample).isEmpty();
      if (sample.toString().contains(Samples.UNKNOWN_EVENT)) {
        unknownEvent = true;
      } else {
        assertThat(SpecCheck.answer(interaction, sample)).as("%s", sample).isEmpty();
      }
    }
    assertThat(unknownEvent).isEqualTo(interaction.status() < 300);
  }

  @ParameterizedTest
  @MethodSource("contract")
  void anotherType(Interaction interaction) {
    Matchers matchers = new Matchers(interaction);
    for (JsonPointer place : places(interaction.read())) {
      for (JsonNode other : ofOtherTypes(interaction.read().at(place))) {
        JsonNode body = with(interaction.read(), place, other);
        assertThat(matchers.mismatches(body)).as("%s is %s", place, other).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("contract")
  void missingField(Interaction interaction) {
    Matchers matchers = new Matchers(interaction);
    for (JsonPointer place : places(interaction.read())) {
      JsonNode body = interaction.read().deepCopy();
      if (!place.matches() && body.at(place.head()) instanceof ObjectNode object) {
        object.remove(place.last().getMatchingProperty());
        assertThat(matchers.mismatches(body)).as("without %s", place).isNotEmpty();
      }
    }
  }

  /**
   * The reviewed list of what the contract allows less of than the schema, each with its reason.
   */
  @ParameterizedTest
  @MethodSource("contract")
  void narrowerThanTheSchema(Interaction interaction) {
    Set<String> reviewed = new LinkedHashSet<>();
    if (interaction.status() < 300) {
      reviewed.add("success"); // With false it is a failure, whatever the status.
    }
    if (interaction.description().endsWith("only the required fields given")) {
      reviewed.add("data.enabled"); // The request leaves it out, so the default decides.
    }
    if (interaction.description().equals("listWebhooks 200, all webhooks of the app")) {
      reviewed.add("data[]"); // The state says that there is one.
    }
    if (interaction.description().equals("listWebhooks 404, an app without webhooks")) {
      reviewed.add("error.code"); // By it the client tells "none" from any other 404.
    }
    Matchers matchers = new Matchers(interaction);
    Set<String> narrower = new LinkedHashSet<>(matchers.fixed().keySet());
    narrower.addAll(matchers.notEmpty());

    assertThat(narrower).containsExactlyInAnyOrderElementsOf(reviewed);
  }

  /** Both documented texts of a refused token satisfy each interaction with one. */
  @Test
  void documentedExamplesOf401() throws IOException {
    for (Interaction interaction : contract().filter(each -> each.status() == 401).toList()) {
      JsonNode examples =
          Spec.load()
              .tree()
              .at("/components/responses/Unauthorized/content/application~1json/examples");
      for (String name : List.of("documented", "documentedForEditAndDelete")) {
        assertThat(new Matchers(interaction).mismatches(examples.path(name).path("value")))
            .isEmpty();
      }
      assertThat(new Matchers(interaction).mismatches(JSON.textNode("Welcome"))).isNotEmpty();
    }
  }

  private static Operation operation(Interaction interaction) throws IOException {
    return new Promises(Spec.load()).operationOf(interaction).orElseThrow();
  }

  private static List<JsonNode> ofOtherTypes(JsonNode value) {
    return Stream.<JsonNode>of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(7),
            JSON.numberNode(7.5),
            JSON.textNode("7"),
            JSON.objectNode(),
            JSON.arrayNode())
        .filter(
            other ->
                other.getNodeType() != value.getNodeType() || (other.isDouble() && value.isInt()))
        .toList();
  }

  private static List<JsonPointer> places(JsonNode json) {
    List<JsonPointer> places = new ArrayList<>();
    collect(JsonPointer.empty(), json, places);
    return places;
  }

  private static void collect(JsonPointer at, JsonNode json, List<JsonPointer> places) {
    places.add(at);
    json.properties()
        .forEach(field -> collect(at.appendProperty(field.getKey()), field.getValue(), places));
    for (int i = 0; json.isArray() && i < json.size(); i++) {
      collect(at.appendIndex(i), json.get(i), places);
    }
  }

  private static JsonNode with(JsonNode json, JsonPointer place, JsonNode value) {
    if (place.matches()) {
      return value;
    }
    JsonNode copy = json.deepCopy();
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return copy;
  }
}

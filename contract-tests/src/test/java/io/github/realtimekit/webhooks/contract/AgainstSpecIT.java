package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.rules.HttpValidator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each request and each response of the contract to the spec. */
class AgainstSpecIT {
  static List<Interaction> contract() throws IOException {
    return Interaction.readAll();
  }

  @ParameterizedTest
  @MethodSource("contract")
  void response(Interaction interaction) throws IOException {
    assertThat(brokenBy(interaction, completed(interaction))).isEmpty();
  }

  /** A request breaks nothing, or only what the 400 is for. */
  @ParameterizedTest
  @MethodSource("contract")
  void request(Interaction interaction) {
    List<String> broken = brokenBy(interaction).stream().map(this::place).toList();

    if (interaction.status() == 400) {
      boolean hasBody = !interaction.sent().isMissingNode();
      assertThat(broken).containsExactly(hasBody ? "body /events/0" : "parameter webhook_id");
    } else {
      assertThat(broken).isEmpty();
    }
  }

  @Test
  void findsRequestWithoutToken() throws IOException {
    Interaction interaction = contract().get(0);
    ObjectNode json = interaction.json().deepCopy();
    ((ObjectNode) json.at("/request/headers")).remove("Authorization");

    assertThat(brokenBy(new Interaction(json)))
        .extracting(Message::getKey)
        .containsExactly("validation.request.security.missing");
  }

  @Test
  void findsResponseThatBreaksTheSpec() throws IOException {
    for (Interaction interaction : contract()) {
      if (interaction.read().isObject()) {
        ObjectNode response = (ObjectNode) completed(interaction);
        response.put("success", "yes");
        assertThat(brokenBy(interaction, response)).as(interaction.description()).isNotEmpty();
      }
    }
  }

  private static List<Message> brokenBy(Interaction interaction) {
    return HttpValidator.request(
        interaction.method(),
        interaction.path(),
        headers(interaction.sentHeaders()),
        interaction.sent().toString());
  }

  private static List<Message> brokenBy(Interaction interaction, JsonNode body) {
    Map<String, List<String>> headers = headers(interaction.readHeaders());
    headers.putIfAbsent("Content-Type", List.of("application/json"));
    return HttpValidator.response(
        interaction.method(), interaction.path(), interaction.status(), headers, body.toString());
  }

  private static Map<String, List<String>> headers(JsonNode json) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    json.properties()
        .forEach(
            header -> headers.put(header.getKey(), List.of(header.getValue().path(0).asText())));
    return headers;
  }

  private String place(Message message) {
    MessageContext context = message.getContext().orElseThrow();
    return context
        .getParameter()
        .map(parameter -> "parameter " + parameter.getName())
        .orElseGet(() -> "body " + context.getPointers().orElseThrow().getInstance());
  }

  /** Returns the response with what the spec requires and the client does not read. */
  private static JsonNode completed(Interaction interaction) {
    Spec spec = Spec.load();
    Operation operation = new Promises(spec).operationOf(interaction).orElseThrow();
    JsonNode response = interaction.read().deepCopy();
    if (response.isMissingNode()) {
      return operation
          .response(String.valueOf(interaction.status()))
          .at("/content/application~1json/examples")
          .path("documented")
          .path("value");
    }
    if (response instanceof ObjectNode object
        && Unread.of(operation, interaction.status()).contains("success")) {
      object.put("success", false);
    }
    return response;
  }
}

package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each request and each answer of the contract, as the spec sees it. */
class AgainstSpecTest {
  static List<Interaction> contract() throws IOException {
    return Interaction.readAll();
  }

  @ParameterizedTest
  @MethodSource("contract")
  void answer(Interaction interaction) throws IOException {
    assertThat(SpecCheck.answer(interaction, completed(interaction))).isEmpty();
  }

  /** A request breaks nothing, or what the 400 is about and nothing else. */
  @ParameterizedTest
  @MethodSource("contract")
  void request(Interaction interaction) {
    List<String> broken = SpecCheck.request(interaction).stream().map(this::place).toList();

    if (interaction.status() == 400) {
      boolean hasBody = !interaction.sent().isMissingNode();
      assertThat(broken).containsExactly(hasBody ? "body /events/0" : "parameter webhook_id");
    } else {
      assertThat(broken).isEmpty();
    }
  }

  @Test
  void requestWithoutTokenIsSeen() throws IOException {
    Interaction interaction = contract().get(0);
    ObjectNode json = interaction.json().deepCopy();
    ((ObjectNode) json.at("/request/headers")).remove("Authorization");

    assertThat(SpecCheck.request(new Interaction(json)))
        .extracting(Message::getKey)
        .containsExactly("validation.request.security.missing");
  }

  @Test
  void answerThatBreaksTheSpecIsSeen() throws IOException {
    for (Interaction interaction : contract()) {
      if (interaction.read().isObject()) {
        ObjectNode answer = (ObjectNode) completed(interaction);
        answer.put("success", "yes");
        assertThat(SpecCheck.answer(interaction, answer))
            .as(interaction.description())
            .isNotEmpty();
      }
    }
  }

  private String place(Message message) {
    MessageContext context = message.getContext().orElseThrow();
    return context
        .getParameter()
        .map(parameter -> "parameter " + parameter.getName())
        .orElseGet(() -> "body " + context.getPointers().orElseThrow().getInstance());
  }

  /** The answer with what the client does not read of it, and the spec requires. */
  private static JsonNode completed(Interaction interaction) throws IOException {
    Operation operation = new Promises(Spec.load()).operationOf(interaction).orElseThrow();
    JsonNode answer = interaction.read().deepCopy();
    if (answer instanceof ObjectNode object
        && Unread.of(operation, interaction.status()).contains("success")) {
      object.put("success", false);
    }
    return answer;
  }
}

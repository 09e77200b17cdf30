package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.rules.HttpValidator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each request and each response of the contract to the spec. */
class AgainstSpecIT {
  /** Findings about fields that the spec requires and the contract does not ask for. */
  private static final Set<String> NOT_ASKED_FOR =
      Set.of("validation.response.body.missing", "validation.response.body.schema.required");

  static List<Interaction> contract() throws IOException {
    return Interaction.with("cloudflare-realtimekit-webhooks");
  }

  @ParameterizedTest
  @MethodSource("contract")
  void refersToTheOperationThatItCalls(Interaction interaction) {
    assertThat(Spec.load().operation(interaction.method(), interaction.path()))
        .map(Operation::id)
        .contains(interaction.operationId());
  }

  /** Expects one finding for the request of a 400, and none for others. */
  @ParameterizedTest
  @MethodSource("contract")
  void requestFitsTheSpec(Interaction interaction) {
    assertThat(brokenByRequest(interaction)).hasSize(interaction.status() == 400 ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("contract")
  void responseFitsTheSpec(Interaction interaction) {
    assertThat(brokenByResponse(interaction)).isEmpty();
  }

  @Test
  void findsARequestWithoutToken() throws IOException {
    Interaction edited =
        edited("getWebhook 200", "/request/headers", headers -> headers.remove("Authorization"));

    assertThat(brokenByRequest(edited))
        .extracting(Message::getKey)
        .containsExactly("validation.request.security.missing");
  }

  @Test
  void findsAFieldOfAnotherType() throws IOException {
    Interaction edited =
        edited("getWebhook 200", "/response/body/content/data", data -> data.put("enabled", "no"));

    assertThat(brokenByResponse(edited)).singleElement().asString().contains("enabled");
  }

  @Test
  void findsAFieldThatTheSpecDoesNotHave() throws IOException {
    Interaction edited =
        edited("getWebhook 200", "/response/body/content/data", data -> data.put("title", "x"));

    assertThat(brokenByResponse(edited)).singleElement().asString().contains("title");
  }

  @Test
  void findsAStatusCodeThatTheSpecDoesNotHave() throws IOException {
    Interaction edited =
        edited("getWebhook 200", "/response", response -> response.put("status", 202));

    assertThat(brokenByResponse(edited)).singleElement().asString().contains("202");
  }

  private static List<Message> brokenByRequest(Interaction interaction) {
    return HttpValidator.request(
        interaction.method(),
        interaction.path(),
        interaction.headers("request"),
        interaction.body("request"));
  }

  private static List<Message> brokenByResponse(Interaction interaction) {
    return HttpValidator.response(
            interaction.method(),
            interaction.path(),
            interaction.status(),
            interaction.headers("response"),
            interaction.body("response"))
        .stream()
        .filter(message -> !NOT_ASKED_FOR.contains(message.getKey()))
        .toList();
  }

  private static Interaction edited(String description, String pointer, Consumer<ObjectNode> edit)
      throws IOException {
    JsonNode json =
        contract().stream()
            .filter(each -> each.toString().equals(description))
            .findFirst()
            .orElseThrow()
            .json()
            .deepCopy();
    edit.accept((ObjectNode) json.at(pointer));
    return new Interaction(json);
  }
}

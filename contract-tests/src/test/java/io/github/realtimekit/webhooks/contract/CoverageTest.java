package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final String WEBHOOKS =
      "/paths/~1accounts~1{account_id}~1realtime~1kit~1{app_id}~1webhooks";
  private static final String SCHEMAS = "/components/schemas/";

  @Test
  void contractCoversTheSpec() throws IOException {
    Coverage coverage = new Coverage(Spec.read(), Interaction.readAll());
    Path target = Path.of("target");
    Files.writeString(
        target.resolve("contract-coverage.md"), new CoverageMarkdown(coverage).text());
    Files.writeString(target.resolve("contract-coverage.html"), new CoveragePage(coverage).text());

    assertThat(coverage.gaps())
        .as("gaps; %s shows them", target.resolve("contract-coverage.html"))
        .isEmpty();
  }

  @Test
  void contractWithoutInteractions() {
    ObjectNode empty = new ObjectMapper().createObjectNode();
    empty.putArray("interactions");

    assertThatThrownBy(() -> Interaction.all(empty)).hasMessageContaining("no interactions");
  }

  @Test
  void interactionTakenOut() throws IOException {
    List<Interaction> contract =
        Interaction.readAll().stream()
            .filter(each -> !each.description().startsWith("getWebhook 404"))
            .toList();

    assertThat(new Coverage(Spec.read(), contract).gaps())
        .containsExactly("getWebhook 404 has no interaction");
  }

  @Test
  void operationAdded() throws IOException {
    assertThat(
            gapsAfter(
                spec -> {
                  ObjectNode get = object(spec, "/paths").putObject("/all").putObject("get");
                  get.put("operationId", "listAll").putObject("responses").putObject("200");
                }))
        .containsExactly("listAll 200 has no interaction");
  }

  @Test
  void statusAdded() throws IOException {
    assertThat(gapsAfter(spec -> object(spec, WEBHOOKS + "/post/responses").putObject("500")))
        .containsExactly("createWebhook 500 has no interaction");
  }

  @Test
  void statusTakenOut() throws IOException {
    assertThat(gapsAfter(spec -> object(spec, WEBHOOKS + "/post/responses").remove("409")))
        .containsExactly(
            "\"createWebhook 409, the URL of another webhook\": the spec has no status 409 for"
                + " createWebhook");
  }

  @Test
  void operationTakenOut() throws IOException {
    assertThat(gapsAfter(spec -> object(spec, WEBHOOKS + "~1{webhook_id}").remove("delete")))
        .hasSize(6)
        .allMatch(gap -> gap.contains("the spec has no DELETE /accounts/"));
  }

  @Test
  void requestFieldAdded() throws IOException {
    assertThat(
            gapsAfter(
                spec ->
                    object(spec, SCHEMAS + "WebhookPatch/properties")
                        .putObject("secret")
                        .put("type", "string")))
        .containsExactly("editWebhook never sends secret where it succeeds");
  }

  @Test
  void answerFieldAdded() throws IOException {
    assertThat(
            gapsAfter(
                spec ->
                    object(spec, SCHEMAS + "ErrorDetail/properties")
                        .putObject("hint")
                        .put("type", "string")))
        .contains("listWebhooks 404: error.hint is never read")
        .hasSize(11);
  }

  @Test
  void fieldTakenOut() throws IOException {
    assertThat(gapsAfter(spec -> object(spec, SCHEMAS + "Webhook/properties").remove("enabled")))
        .contains("\"getWebhook 200, one webhook\": the spec has no data.enabled to read")
        .hasSize(9);
    assertThat(
            gapsAfter(spec -> object(spec, SCHEMAS + "WebhookPatch/properties").remove("enabled")))
        .containsExactly("\"editWebhook 200, every field given\": the spec has no enabled to send");
  }

  @Test
  void excuseThatNothingNeeds() throws IOException {
    assertThat(
            gapsAfter(
                spec ->
                    object(spec, SCHEMAS + "PlatformErrorResponse/properties").remove("messages")))
        .containsExactly("Unread.MESSAGES excuses nothing any more");
  }

  private static List<String> gapsAfter(Consumer<ObjectNode> edit) throws IOException {
    JsonNode edited = Spec.read().json().deepCopy();
    edit.accept((ObjectNode) edited);
    return new Coverage(new Spec(edited), Interaction.readAll()).gaps();
  }

  private static ObjectNode object(JsonNode spec, String pointer) {
    return (ObjectNode) spec.at(pointer);
  }
}

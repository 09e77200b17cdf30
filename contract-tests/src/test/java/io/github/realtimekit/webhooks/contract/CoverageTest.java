package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tries the rule of {@link CoverageIT} on a small spec and a small contract. */
class CoverageTest {
  private static final String SCHEMAS = "/components/schemas/";

  private final JsonNode spec;
  private final JsonNode pact;

  CoverageTest() throws IOException {
    spec = read("small-spec.yaml");
    pact = read("small-pact.yaml");
  }

  @Test
  void smallContractCoversTheSmallSpec() {
    assertThat(gaps()).isEmpty();
  }

  @Test
  void contractWithoutInteractions() {
    ObjectNode empty = new ObjectMapper().createObjectNode();
    empty.putArray("interactions");

    assertThatThrownBy(() -> Interaction.all(empty)).hasMessageContaining("no interactions");
  }

  @Test
  void interactionTakenOut() {
    List<Interaction> contract =
        Interaction.all(pact).stream()
            .filter(each -> !each.description().startsWith("listThings 403"))
            .toList();

    assertThat(new Coverage(new Promises(Spec.of(spec)), contract).gaps())
        .containsExactly("listThings 403 has no interaction");
  }

  @Test
  void operationAdded() {
    edit("/paths", paths -> paths.putObject("/all").putObject("get").put("operationId", "listAll"));
    edit("/paths/~1all/get", get -> get.putObject("responses").putObject("200"));

    assertThat(gaps()).containsExactly("listAll 200 has no interaction");
  }

  @Test
  void statusAdded() {
    edit("/paths/~1things/get/responses", responses -> responses.putObject("500"));

    assertThat(gaps()).containsExactly("listThings 500 has no interaction");
  }

  @Test
  void statusTakenOut() {
    edit("/paths/~1things~1{id}/patch/responses", responses -> responses.remove("403"));

    assertThat(gaps())
        .containsExactly(
            "\"editThing 403, not allowed\": the spec has no status 403 for editThing");
  }

  @Test
  void operationTakenOut() {
    edit("/paths/~1things~1{id}", path -> path.remove("patch"));

    assertThat(gaps())
        .containsExactly(
            "\"editThing 200, the name\": the spec has no PATCH /things/one",
            "\"editThing 200, the switch\": the spec has no PATCH /things/one",
            "\"editThing 403, not allowed\": the spec has no PATCH /things/one");
  }

  @Test
  void requestFieldAdded() {
    edit(SCHEMAS + "Patch/properties", fields -> fields.putObject("secret").put("type", "string"));

    assertThat(gaps()).containsExactly("editThing never sends secret where it succeeds");
  }

  @Test
  void requestFieldTakenOut() {
    edit(SCHEMAS + "Patch/properties", fields -> fields.remove("enabled"));

    assertThat(gaps())
        .containsExactly("\"editThing 200, the switch\": the spec has no enabled to send");
  }

  @Test
  void optionalResponseFieldAdded() {
    edit(SCHEMAS + "Thing/properties", fields -> fields.putObject("hint").put("type", "string"));

    assertThat(gaps()).isEmpty();
  }

  @Test
  void requiredResponseFieldAdded() {
    edit(SCHEMAS + "Thing/properties", fields -> fields.putObject("hint").put("type", "string"));
    edit(SCHEMAS + "Thing", thing -> thing.withArray("required").add("hint"));

    assertThat(gaps())
        .containsExactly(
            "listThings 200: data[].hint is never read", "editThing 200: data.hint is never read");
  }

  @Test
  void responseFieldTakenOut() {
    edit(SCHEMAS + "Thing/properties", fields -> fields.remove("name"));

    assertThat(gaps())
        .containsExactly(
            "\"listThings 200, all\": the spec has no data[].name to read",
            "\"editThing 200, the name\": the spec has no data.name to read");
  }

  @Test
  void responseHeaderAdded() {
    edit(
        "/paths/~1things~1{id}/patch/responses/403",
        response -> response.putObject("headers").putObject("Retry-After"));

    assertThat(gaps()).containsExactly("editThing 403: header Retry-After is never read");
  }

  @Test
  void exceptionThatNothingNeeds() {
    edit(SCHEMAS + "Failure", failure -> failure.putArray("required").add("errors"));

    assertThat(gaps()).containsExactly("Unread.SUCCESS excuses nothing any more");
  }

  @Test
  void eventWithoutMessage() throws IOException {
    Promises promises = new Promises(Spec.load());
    List<JsonNode> messages = DeliveryCoverage.read(promises).messages();
    List<JsonNode> others =
        messages.stream()
            .filter(message -> !message.path("event").asText().equals("meeting.ended"))
            .toList();

    List<String> gaps = new ArrayList<>(new DeliveryCoverage(promises, others).gaps());
    gaps.removeAll(new DeliveryCoverage(promises, messages).gaps());
    assertThat(gaps)
        .containsExactly("meeting.ended has no message", "reason of an event is in no message");
    assertThat(new DeliveryCoverage(promises, List.of()).gaps())
        .contains("no message has a type that the spec does not have");
  }

  private List<String> gaps() {
    return new Coverage(new Promises(Spec.of(spec)), Interaction.all(pact)).gaps();
  }

  private void edit(String pointer, Consumer<ObjectNode> edit) {
    edit.accept((ObjectNode) spec.at(pointer));
  }

  private static JsonNode read(String file) throws IOException {
    return new YAMLMapper().readTree(CoverageTest.class.getResource(file));
  }
}

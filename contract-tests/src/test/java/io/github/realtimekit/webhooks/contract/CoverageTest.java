package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The rule that the contract covers the spec, and trials of it. The trials have a small spec and a
 * small contract of their own, so that a gap in the real ones fails one test only: the first.
 */
class CoverageTest {
  private static final String SCHEMAS = "/components/schemas/";

  private final JsonNode spec;
  private final JsonNode pact;

  CoverageTest() throws IOException {
    spec = read("small-spec.yaml");
    pact = read("small-pact.yaml");
  }

  @Test
  void contractCoversTheSpec() throws IOException {
    Coverage coverage = new Coverage(new Promises(Spec.load()), Interaction.readAll());
    Path page = Path.of("target", "contract-coverage");
    new CoveragePage(coverage, Sources.load()).page().write(page);

    assertThat(coverage.gaps()).as("gaps; %s.html shows them", page).isEmpty();
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
  void answerFieldAdded() {
    edit(SCHEMAS + "Thing/properties", fields -> fields.putObject("hint").put("type", "string"));

    assertThat(gaps())
        .containsExactly(
            "listThings 200: data[].hint is never read", "editThing 200: data.hint is never read");
  }

  @Test
  void answerFieldTakenOut() {
    edit(SCHEMAS + "Thing/properties", fields -> fields.remove("name"));

    assertThat(gaps())
        .containsExactly(
            "\"listThings 200, all\": the spec has no data[].name to read",
            "\"editThing 200, the name\": the spec has no data.name to read");
  }

  @Test
  void answerHeaderAdded() {
    edit(
        "/paths/~1things~1{id}/patch/responses/403",
        answer -> answer.putObject("headers").putObject("Retry-After"));

    assertThat(gaps()).containsExactly("editThing 403: header Retry-After is never read");
  }

  @Test
  void excuseThatNothingNeeds() {
    edit(SCHEMAS + "Failure/properties", fields -> fields.remove("messages"));

    assertThat(gaps()).containsExactly("Unread.MESSAGES excuses nothing any more");
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

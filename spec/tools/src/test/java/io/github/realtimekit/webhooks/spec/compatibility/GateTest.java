package io.github.realtimekit.webhooks.spec.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Verdict.Level;
import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import io.github.realtimekit.webhooks.spec.report.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
  private static final Spec RELEASED = Spec.of(SpecEdit.BASE.tree());
  private static final Releases OURS = new Releases(Path.of(System.getProperty("released.folder")));

  static List<SpecEdit> edits() {
    return SpecEdit.read("changes.yaml");
  }

  @Test
  void versionSaysHowMuchChangedSinceLastRelease() throws IOException {
    Path page = Path.of("target", "spec-changes");
    Optional<Path> last = OURS.last();
    if (last.isEmpty()) {
      Gate.beforeFirstRelease().write(page);
      return;
    }
    Gate gate = Gate.between(Spec.read(last.get()), Spec.load());
    gate.page(last.get()).write(page);
    Findings.expectNone(
        "Compatibility", gate.opens() ? List.of() : gate.message().lines().toList());
  }

  @Test
  void eachReleaseHoldsItsVersion() {
    assertThat(OURS.files())
        .allSatisfy(
            file ->
                assertThat(Spec.read(file).version()).isEqualTo(Releases.version(file).toString()));
  }

  @Test
  void anyVersionMayBeTheFirst(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("README.md"));
    assertThat(new Releases(folder).last()).isEmpty();
    assertThat(Gate.beforeFirstRelease().markdown()).contains("Nothing is released yet.");
  }

  @Test
  void identicalSpecsDoNotDiffer() {
    Gate gate = Gate.between(Spec.load(), Spec.load());
    assertThat(gate.changes()).isEmpty();
    assertThat(gate.level()).isEqualTo(Level.NONE);
    assertThat(gate.opens()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditUnderTheSameVersion(SpecEdit edit) {
    Gate gate = Gate.between(edit.base(), edit.applied());
    assertThat(gate.level()).as(gate.message()).isEqualTo(Level.valueOf(edit.verdict()));
    assertThat(gate.opens()).isEqualTo(gate.level() == Level.NONE);
    assertThat(gate.message()).contains(edit.words());
  }

  @ParameterizedTest
  @CsvSource({
    "removes an operation,   2.0.0, true",
    "removes an operation,   1.9.9, false",
    "adds an operation,      1.1.0, true",
    "adds an operation,      1.0.9, false",
    "rewords a description,  1.0.1, true",
    "rewords a description,  3.0.0, true",
    "changes nothing,        1.0.1, true",
    "changes nothing,        0.9.9, false"
  })
  void anEditUnderAnotherVersion(String name, String version, boolean opens) {
    SpecEdit edit = edits().stream().filter(e -> e.edit().equals(name)).findFirst().orElseThrow();
    ObjectNode edited = edit.applied().tree().deepCopy();
    ((ObjectNode) edited.get("info")).put("version", version);
    assertThat(Gate.between(RELEASED, Spec.of(edited)).opens()).isEqualTo(opens);
  }

  @Test
  void pageShowsTheLargestChangeFirst() {
    ObjectNode edited = SpecEdit.BASE.tree().deepCopy();
    ObjectNode webhook = (ObjectNode) edited.at("/components/schemas/Webhook/properties");
    webhook.putObject("color").put("type", "string");
    ((ObjectNode) webhook.get("enabled")).put("type", "string");

    String page = Gate.between(RELEASED, Spec.of(edited)).page(Path.of("1.0.0.yaml")).markdown();

    assertThat(page)
        .contains(
            "# Spec changes since 1.0.0\n\nVersion 1.0.0 is too low", "\n1 breaking · 1 added\n")
        .containsSubsequence(
            "\n| BREAKING | response type Webhook.enabled changed: from boolean to string | listWebhooks,",
            "\n| ADDITION | optional response field Webhook.color added");
  }

  @Test
  void pageOfIdenticalSpecsIsEmpty() {
    String page = Gate.between(RELEASED, RELEASED).page(Path.of("1.0.0.yaml")).html();

    assertThat(page)
        .contains("<div class=\"good\"><b>0</b><span>breaking</span></div>", "None.")
        .doesNotContain("Only texts");
  }

  @Test
  void comparesWithHighestVersion(@TempDir Path folder) throws IOException {
    for (String name : List.of("1.9.0.yaml", "1.10.0.yaml", "1.2.11.yaml")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(new Releases(folder).last().orElseThrow()).hasFileName("1.10.0.yaml");
  }

  @Test
  void rejectsReleaseThatIsNotNamedAfterVersion(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("1.0.0.yaml"));
    Files.createFile(folder.resolve("latest.yaml"));
    assertThatThrownBy(() -> new Releases(folder).last()).hasMessageEndingWith("latest");
  }
}

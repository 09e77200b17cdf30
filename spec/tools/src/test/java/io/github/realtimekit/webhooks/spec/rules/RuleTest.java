package io.github.realtimekit.webhooks.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import io.github.realtimekit.webhooks.spec.report.Findings;
import io.github.realtimekit.webhooks.spec.report.Lines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTest {
  private static final String REST = "\n## What the YAML does not say\n";

  static List<Rule> rules() {
    return Rule.ALL;
  }

  static List<SpecEdit> badEdits() {
    return SpecEdit.read("rules.yaml");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ourSpecKeeps(Rule rule) {
    Spec ours = Spec.load();
    List<String> found = rule.violations().apply(ours);
    boolean isOfYaml = !rule.name().equals("sources");
    Findings.expectNone(
        "Rule " + rule.name(),
        isOfYaml ? Lines.of(Spec.RESOURCE, ours.text()).locate(found) : found);
  }

  @ParameterizedTest
  @MethodSource("badEdits")
  void isCaught(SpecEdit edit) {
    assertThat(violations(edit)).singleElement().asString().contains(edit.words());
  }

  /** Returns the rules that the edit breaks and its base does not. The base has its own sources. */
  private static List<String> violations(SpecEdit edit) {
    if (edit.verdict().equals("sources")) {
      List<Sources.Row> rows =
          Fact.of(SpecEdit.BASE).stream()
              .map(fact -> new Sources.Row(fact.name(), "is", fact.type(), "assumed"))
              .toList();
      return new Sources(rows).differencesFrom(edit.applied());
    }
    Rule broken =
        rules().stream()
            .filter(rule -> rule.name().equals(edit.verdict()))
            .findFirst()
            .orElseThrow();
    List<String> found = new ArrayList<>(broken.violations().apply(edit.applied()));
    found.removeAll(broken.violations().apply(SpecEdit.BASE));
    return found;
  }

  @Test
  void eachRuleIsSeenToCatchSomething() {
    assertThat(badEdits().stream().map(SpecEdit::verdict).distinct())
        .containsExactlyInAnyOrderElementsOf(Rule.ALL.stream().map(Rule::name).toList());
  }

  @Test
  void aSourceOfAnotherKindIsCaught() {
    assertThatThrownBy(() -> Sources.of("| `Webhook.id` | hearsay | a forum |" + REST))
        .hasMessageContaining("| hearsay |");
  }

  @Test
  void twoSourcesForOneFactAreCaught() {
    String row = "| `Webhook.id` | documented | Edit |\n";
    assertThat(Sources.of(row + row + REST).differencesFrom(SpecEdit.BASE))
        .contains("SOURCES.md has two rows for `Webhook.id`");
  }
}

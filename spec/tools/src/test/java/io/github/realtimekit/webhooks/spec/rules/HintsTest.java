package io.github.realtimekit.webhooks.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import org.junit.jupiter.api.Test;

class HintsTest {
  @Test
  void areOfEventTypesWithoutSchemaOnlyWhereExamplesAreWhole() {
    assertThat(Hints.of(SpecEdit.BASE))
        .hasSize(6)
        .allMatch(hint -> hint.contains(" has no schema in the mapping of Event"));
  }
}

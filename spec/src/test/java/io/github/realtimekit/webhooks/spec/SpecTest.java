package io.github.realtimekit.webhooks.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpecTest {
  @Test
  void rejectsKeyThatIsGivenTwice() {
    String text = Spec.load().text();
    String twice = text.replace("openapi: 3.0.3", "openapi: 3.0.3\nopenapi: 3.0.3");
    assertThatThrownBy(() -> Spec.parse(twice))
        .hasMessageContainingAll("Duplicate field 'openapi'", "line: ");
  }

  @Test
  void rejectsTab() {
    String text = Spec.load().text();
    assertThatThrownBy(() -> Spec.parse(text.replace("  title: Real", "\ttitle: Real")))
        .hasMessageContaining("'\\t(TAB)'");
  }

  @Test
  void pathWithoutParametersTakesPrecedence() {
    Spec spec =
        Spec.parse(
            """
            paths:
              /things/{id}: {get: {operationId: getThing}}
              /things/latest: {get: {operationId: getLatest}}
            """);
    assertThat(spec.operation("GET", "/things/latest").orElseThrow().id()).isEqualTo("getLatest");
    assertThat(spec.operation("GET", "/things/1").orElseThrow().id()).isEqualTo("getThing");
    assertThat(spec.operation("PUT", "/things/1")).isEmpty();
  }

  @Test
  void referenceToItselfResolvesToMissingNode() {
    Spec spec = Spec.parse("components: {schemas: {Round: {$ref: '#/components/schemas/Round'}}}");
    assertThat(spec.resolve(spec.tree().at("/components/schemas/Round")).isMissingNode()).isTrue();
  }

  @Test
  void readsTheKnownErrorResponses() {
    assertThat(ErrorResponse.load()).isNotEmpty();
  }
}

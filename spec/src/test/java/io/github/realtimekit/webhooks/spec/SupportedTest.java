package io.github.realtimekit.webhooks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupportedTest {
  static List<SpecEdit> edits() {
    return SpecEdit.read("constructs.yaml");
  }

  @Test
  void ourSpecUsesWhatTheTemplatesSupport() {
    assertThat(Supported.violations(Spec.read(Spec.FILE))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void aConstruct(SpecEdit edit) {
    Spec edited = edit.applied();
    if (edit.verdict().equals("supported")) {
      assertThat(Supported.violations(edited)).isEmpty();
      assertThat(edited.parsed().getMessages()).isEmpty();
    } else {
      assertThat(Supported.violations(edited))
          .anySatisfy(violation -> assertThat(violation).contains(edit.words()));
    }
  }
}

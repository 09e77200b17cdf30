package io.github.realtimekit.webhooks.spec.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import io.github.realtimekit.webhooks.spec.report.Findings;
import io.github.realtimekit.webhooks.spec.report.Lines;
import io.github.realtimekit.webhooks.spec.rules.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupportedTest {
  private static final Templates TEMPLATES = templates();

  static List<SpecEdit> edits() {
    return SpecEdit.read("constructs.yaml");
  }

  @Test
  void ourSpecUsesWhatTheTemplatesSupport() {
    Spec ours = Spec.load();
    Lines lines = Lines.of(Spec.RESOURCE, ours.text());
    Findings.expectNone("Not supported", lines.locate(Supported.violations(ours, TEMPLATES)));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void aConstruct(SpecEdit edit) {
    Spec edited = edit.applied();
    if (edit.verdict().equals("supported")) {
      assertThat(Supported.violations(edited, TEMPLATES)).isEmpty();
      assertThat(Parser.parse(edited).getMessages()).isEmpty();
    } else {
      assertThat(Supported.violations(edited, TEMPLATES))
          .anySatisfy(violation -> assertThat(violation).contains(edit.words()));
    }
  }

  private static Templates templates() {
    try {
      return Templates.read(
          Path.of(System.getProperty("generator.options")),
          Path.of(System.getProperty("client.classes")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

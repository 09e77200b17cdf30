package io.github.realtimekit.webhooks.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import io.github.realtimekit.webhooks.spec.report.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadsTest {
  @Test
  void namesEachEventTypeWithoutSchemaAndItsLine() {
    Spec spec = SpecEdit.BASE;
    List<String> missing = Lines.of("spec.yaml", spec.text()).locate(Payloads.missing(spec));
    assertThat(missing)
        .hasSize(spec.values("EventType").size() - mapped(spec))
        .last()
        .asString()
        .matches(
            "spec.yaml:\\d+ .*meeting.summary has no schema in the mapping of Event: until then it is an UnknownEvent");
  }

  private static int mapped(Spec spec) {
    return spec.schemas().get("Event").at("/discriminator/mapping").size();
  }
}

package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CoverageIT {
  @Test
  void contractCoversTheSpec() throws IOException {
    Coverage coverage = new Coverage(new Promises(Spec.load()), Interaction.readAll());
    Path page = Path.of("target", "contract-coverage");
    new CoveragePage(coverage, Sources.load()).page().write(page);

    assertThat(coverage.gaps()).as("gaps; %s.html shows them", page).isEmpty();
  }
}

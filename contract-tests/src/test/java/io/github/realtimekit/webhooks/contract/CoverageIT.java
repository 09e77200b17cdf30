package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CoverageIT {
  @Test
  void contractsCoverTheSpec() throws IOException {
    Promises promises = new Promises(Spec.load());
    Coverage coverage = new Coverage(promises, Interaction.readAll());
    DeliveryCoverage deliveries = DeliveryCoverage.read(promises);
    Path page = Path.of("target", "contract-coverage");
    new CoveragePage(coverage, deliveries, Sources.load()).page().write(page);

    assertThat(coverage.gaps()).as("gaps; %s.html shows them", page).isEmpty();
    assertThat(deliveries.gaps()).as("gaps; %s.html shows them", page).isEmpty();
  }
}

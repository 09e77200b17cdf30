package io.github.realtimekit.webhooks.spec.drift;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.report.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Runs alone, and only with {@code -Ddrift.vendor=FILE}: the comparison with the vendor's OpenAPI.
 */
class VendorDrift {
  @Test
  void theVendorSaysNothingNew() throws IOException {
    Path from = Path.of(System.getProperty("drift.from"));
    Path vendor = from.resolve(System.getProperty("drift.vendor"));
    Drift drift =
        Drift.between(
            Spec.load(),
            Spec.read(vendor),
            KnownDifference.of(Files.readString(Path.of("SOURCES.md"))));
    Path page = Path.of("target", "drift");
    drift.page(vendor.getFileName().toString()).write(page);
    Findings.expectNone(
        "Drift, see " + page.toAbsolutePath() + ".html",
        drift.unknown().keySet().stream().map(Drift::line).toList());
  }
}

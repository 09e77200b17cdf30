package io.github.realtimekit.webhooks.spec.drift;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Compares the spec with the vendor's OpenAPI, and fails on a difference without a row in
 * SOURCES.md: {@code VendorDrift FOLDER FILE PAGE}, where FILE may be relative to FOLDER, and PAGE
 * is the path of the page without a suffix.
 */
public final class VendorDrift {
  private VendorDrift() {}

  public static void main(String[] args) throws IOException {
    Path vendor = Path.of(args[0]).resolve(args[1]);
    Path page = Path.of(args[2]);
    Drift drift =
        Drift.between(Spec.load(), Spec.read(vendor), KnownDifference.of(Sources.markdown()));
    drift.page(vendor.getFileName().toString()).write(page);
    System.out.println("The page is " + page + ".html");
    drift.unknown().keySet().stream().map(Drift::line).forEach(System.out::println);
    System.exit(drift.unknown().isEmpty() ? 0 : 1);
  }
}

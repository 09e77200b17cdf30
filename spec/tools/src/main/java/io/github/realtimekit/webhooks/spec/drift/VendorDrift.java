package io.github.realtimekit.webhooks.spec.drift;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Compares the spec with the vendor's OpenAPI, and fails on a difference without a row in
 * SOURCES.md: {@code VendorDrift FOLDER FILE PAGE}, where FILE may be relative to FOLDER, and PAGE
 * is the path of the page without a suffix. A FILE that is no OpenAPI document ends it with exit
 * code 2.
 */
public final class VendorDrift {
  private VendorDrift() {}

  public static void main(String[] args) throws IOException {
    Path vendor = Path.of(args[0]).resolve(args[1]);
    Path page = Path.of(args[2]);
    Spec theirs;
    try {
      theirs = openApi(vendor);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Drift drift = Drift.between(Spec.load(), theirs, KnownDifference.of(Sources.markdown()));
    drift.page(vendor.getFileName().toString()).write(page);
    System.out.println("The page is " + page + ".html");
    drift.unknown().keySet().stream().map(Drift::line).forEach(System.out::println);
    System.exit(drift.unknown().isEmpty() ? 0 : 1);
  }

  /**
   * Reads an OpenAPI document.
   *
   * @throws IllegalArgumentException if there is none; the message is a sentence
   */
  static Spec openApi(Path file) {
    Spec spec;
    try {
      spec = Spec.read(file);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (!spec.tree().path("openapi").isTextual() || !spec.tree().path("paths").isObject()) {
      throw new IllegalArgumentException(
          file + " is no OpenAPI 3 document: it needs openapi, with a version, and paths.");
    }
    return spec;
  }
}

package io.github.realtimekit.webhooks.spec.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The specs as they were released, each in a file named after its version. */
record Releases(Path folder) {
  static final Releases OURS = new Releases(Path.of("released"));

  /** The file of the highest version, which is not the last one by name. */
  Path last() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .max(Comparator.comparing(Releases::version))
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "No released spec in " + folder + ": there is nothing to compare with"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Version version(Path file) {
    String name = file.getFileName().toString();
    if (!name.endsWith(".yaml")) {
      throw new IllegalArgumentException("Not a released spec, like 1.2.3.yaml: " + file);
    }
    return Version.of(name.substring(0, name.length() - ".yaml".length()));
  }
}

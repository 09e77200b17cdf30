package io.github.realtimekit.webhooks.spec.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of released specs, each in a file named after its version. */
public record Releases(Path folder) {
  private static final String SUFFIX = ".yaml";

  List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the file of the highest version, empty before the first release. */
  public Optional<Path> last() {
    return files().stream().max(Comparator.comparing(Releases::version));
  }

  static Version version(Path file) {
    String name = file.getFileName().toString();
    return Version.of(name.substring(0, name.length() - SUFFIX.length()));
  }
}

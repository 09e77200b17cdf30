package io.github.realtimekit.webhooks.spec.edits;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An edit of our spec as a maintainer makes it: a file of {@code src/test/edits}.
 *
 * @param edit what it does, in words
 * @param verdict how big a change it is, empty if it is no change yet
 * @param says what the command must say about it
 * @param scratch copy of the project that it is built in, together with others; empty if in none
 * @param changes of the YAML
 * @param work what the command asks for beyond rows of SOURCES.md, the version and tests of events
 */
public record SpecChange(
    String edit,
    String verdict,
    List<String> says,
    String scratch,
    List<TextChange> changes,
    List<TextChange> work) {
  private static final Path FOLDER = Path.of("src", "test", "edits");

  public SpecChange {
    scratch = scratch == null ? "" : scratch;
    work = work == null ? List.of() : work;
  }

  /** Reads all edits. */
  public static List<SpecChange> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(SpecChange::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpecChange read(Path file) {
    try {
      return new YAMLMapper().readValue(file.toFile(), SpecChange.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** Returns the YAML with the edit. */
  public String applied(String yaml) {
    String edited = yaml;
    for (TextChange change : changes) {
      edited = change.applied(edited);
    }
    return edited;
  }

  @Override
  public String toString() {
    return edit;
  }
}

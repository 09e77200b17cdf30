package io.github.realtimekit.webhooks.spec.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Line numbers of a YAML file by JSON pointer. */
public final class Lines {
  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();

  private Lines(String file) {
    this.file = file;
  }

  public static Lines of(String file, String yaml) {
    Lines lines = new Lines(file);
    try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        lines.lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /**
   * Returns the line of a pointer, from one.
   *
   * @throws IllegalArgumentException if the file has no such pointer
   */
  public int of(String pointer) {
    Integer line = lines.get(pointer);
    if (line == null) {
      throw new IllegalArgumentException(file + " has no " + pointer);
    }
    return line;
  }

  /** Puts file and line before each finding that begins with a pointer. */
  public List<String> locate(List<String> findings) {
    return findings.stream().map(this::locate).toList();
  }

  private String locate(String finding) {
    String pointer = finding.replaceFirst("(?s): .*", "");
    while (!pointer.isEmpty() && !lines.containsKey(pointer)) {
      pointer = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
    boolean isLocated = finding.startsWith("/") && !pointer.isEmpty();
    return isLocated ? file + ":" + lines.get(pointer) + " " + finding : file + ": " + finding;
  }
}

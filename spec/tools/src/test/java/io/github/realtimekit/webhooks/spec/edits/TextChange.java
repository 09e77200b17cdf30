package io.github.realtimekit.webhooks.spec.edits;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.report.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of a file of the project. Places in the YAML are JSON pointers, which may begin with an
 * operationId instead of a slash.
 *
 * @param file relative to the project, the YAML if it is missing
 * @param in where to add something, as the first
 * @param after where to add something, behind this
 * @param add what to add there, without indentation
 * @param at place from which to search
 * @param find text to replace: the first one from that place, or the only one of the file
 * @param replace what takes its place
 * @param text the whole of a new file
 */
public record TextChange(
    String file,
    String in,
    String after,
    String add,
    String at,
    String find,
    String replace,
    String text) {

  /** Changes the file in a copy of the project. */
  void apply(Path project) throws IOException {
    Path path = project.resolve(file == null ? "spec/" + Spec.RESOURCE : file);
    if (text != null) {
      Files.createDirectories(path.getParent());
    }
    Files.writeString(path, text == null ? applied(Files.readString(path)) : text);
  }

  String applied(String before) {
    if (add != null) {
      return added(before);
    }
    int start = at == null ? 0 : startOf(before, line(before, at));
    int place = before.indexOf(find, start);
    if (place < 0 || (at == null && before.indexOf(find, place + 1) >= 0)) {
      throw new IllegalStateException("not there, or more than once: " + find);
    }
    return before.substring(0, place) + replace + before.substring(place + find.length());
  }

  private String added(String before) {
    List<String> lines = new ArrayList<>(before.lines().toList());
    int place = line(before, in == null ? after : in);
    int indent = indent(lines.get(place - 1)) + (in == null ? 0 : 2);
    while (in == null && place < lines.size() && isWithin(lines.get(place), indent)) {
      place++;
    }
    lines.add(place, add.strip().indent(indent).stripTrailing());
    return String.join("\n", lines) + "\n";
  }

  private static boolean isWithin(String line, int indent) {
    return !line.isBlank() && indent(line) > indent;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static int line(String yaml, String place) {
    String pointer = place;
    if (!place.startsWith("/")) {
      int end = place.indexOf('/');
      pointer =
          Spec.parse(yaml).operation(place.substring(0, end)).pointer() + place.substring(end);
    }
    return Lines.of(Spec.RESOURCE, yaml).of(pointer);
  }

  private static int startOf(String text, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }
}

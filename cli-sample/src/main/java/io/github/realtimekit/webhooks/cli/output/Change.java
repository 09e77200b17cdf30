package io.github.realtimekit.webhooks.cli.output;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field's value in JSON before and after a change; null where there is none. */
public record Change(@Nullable Object before, @Nullable Object after) {
  private static final int FIELD_WIDTH = 9;

  /** Returns the changes as {@code {"field": {"old": …, "new": …}}}. */
  public static Map<String, Object> json(Map<String, Change> changes) {
    Map<String, Object> json = new LinkedHashMap<>();
    changes.forEach(
        (field, change) -> {
          Map<String, @Nullable Object> both = new LinkedHashMap<>();
          both.put("old", change.before());
          both.put("new", change.after());
          json.put(field, both);
        });
    return json;
  }

  /** Prints a line for each field, and more where the terminal is too narrow for its words. */
  public static void print(PrintWriter out, String indent, Map<String, Change> changes) {
    int columns = Terminal.columns();
    changes.forEach(
        (field, change) -> {
          String label = indent + field + " ".repeat(FIELD_WIDTH - field.length());
          for (String line : TerminalText.wrap(change.words(), columns - label.length())) {
            out.println(label + line);
            label = " ".repeat(label.length());
          }
        });
  }

  private List<String> words() {
    if (before == null || after == null) {
      return words(before == null ? after : before).toList();
    }
    if (before instanceof List<?> old
        && after instanceof List<?> now
        && !Field.isAll(old)
        && !Field.isAll(now)) {
      return difference(old, now);
    }
    return Stream.of(words(before), Stream.of("→"), words(after)).flatMap(each -> each).toList();
  }

  private static Stream<String> words(@Nullable Object value) {
    if (value instanceof List<?> events) {
      return Field.isAll(events) ? Stream.of("all") : events.stream().map(Field::text);
    }
    return Stream.of(Field.text(value));
  }

  private static List<String> difference(List<?> before, List<?> after) {
    return Stream.concat(
            after.stream().filter(event -> !before.contains(event)).map(event -> "+" + event),
            before.stream().filter(event -> !after.contains(event)).map(event -> "−" + event))
        .map(TerminalText::printable)
        .toList();
  }
}

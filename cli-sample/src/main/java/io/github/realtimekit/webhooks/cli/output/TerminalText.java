package io.github.realtimekit.webhooks.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Text as a terminal shows it. */
public final class TerminalText {
  private static final String ELLIPSIS = "…";

  private TerminalText() {}

  /**
   * Escapes characters that a terminal obeys or hides: control characters, and those that change
   * the direction of text or have no width.
   */
  public static String printable(String text) {
    if (text.codePoints().noneMatch(TerminalText::isUnsafe)) {
      return text;
    }
    return text.codePoints()
        .mapToObj(c -> isUnsafe(c) ? escape(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  /** Returns how many columns of a terminal the text takes. */
  static int columns(String text) {
    // Picocli counts emoji as narrow.
    long emoji = text.codePoints().filter(c -> c >= 0x1f300 && c <= 0x1faff).count();
    return Ansi.OFF.new Text(text).getCJKAdjustedLength() + (int) emoji;
  }

  /** Cuts the middle of a text that is too wide, since names and URLs differ at their ends. */
  static String shorten(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int kept = Math.min(points.length, columns);
    int start = (kept + 1) / 2;
    int end = points.length - kept / 2;
    String shortened;
    do {
      if (start > points.length - end) {
        start--;
      } else {
        end++;
      }
      shortened =
          new String(points, 0, start) + ELLIPSIS + new String(points, end, points.length - end);
    } while (columns(shortened) > columns);
    return shortened;
  }

  /** Joins words into lines of at most so many columns; a longer word has a line of its own. */
  public static List<String> wrap(List<String> words, int columns) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words) {
      if (!line.isEmpty() && columns(line) + 1 + columns(word) > columns) {
        lines.add(line);
        line = "";
      }
      line = line.isEmpty() ? word : line + " " + word;
    }
    lines.add(line);
    return lines;
  }

  private static boolean isUnsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String escape(int c) {
    return Character.isBmpCodePoint(c) ? "\\u%04x".formatted(c) : "\\u{%x}".formatted(c);
  }
}

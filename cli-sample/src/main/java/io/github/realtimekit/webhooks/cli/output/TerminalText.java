package io.github.realtimekit.webhooks.cli.output;

import java.util.stream.Collectors;
import org.jline.utils.WCWidth;

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
  public static int columns(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** Cuts text that is wider than a number of columns, and marks the cut with an ellipsis. */
  static String shorten(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    int end = 0;
    int used = columns(ELLIPSIS);
    while (true) {
      int next = text.offsetByCodePoints(end, 1);
      used += columns(text.substring(end, next));
      if (used > columns) {
        return text.substring(0, end) + ELLIPSIS;
      }
      end = next;
    }
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

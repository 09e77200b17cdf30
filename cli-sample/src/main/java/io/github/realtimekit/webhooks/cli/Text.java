package io.github.realtimekit.webhooks.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as people read them, and text as terminals show it. */
final class Text {
  /** A word takes the characters after which a line may end. */
  private static final Pattern WORD = Pattern.compile("[^ ,/?&]*[ ,/?&]+|[^ ,/?&]+");

  private Text() {}

  static String of(Object value, boolean utc) {
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Instant instant) {
      return time(instant, utc);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> of(each, utc)).collect(Collectors.joining(", "));
    }
    return printable(value.toString());
  }

  private static String time(Instant instant, boolean utc) {
    OffsetDateTime time =
        instant
            .truncatedTo(ChronoUnit.SECONDS)
            .atZone(utc ? ZoneOffset.UTC : ZoneId.systemDefault())
            .toOffsetDateTime();
    String local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time).replace('T', ' ');
    return local + " " + (time.getOffset().equals(ZoneOffset.UTC) ? "UTC" : time.getOffset());
  }

  /** The text with its control characters shown, which could make a terminal do things. */
  static String printable(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    return text.codePoints()
        .mapToObj(c -> Character.isISOControl(c) ? "\\u%04x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  /** The words of a text, each with the characters after it where a line may end. */
  static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).toList();
  }

  /** Lines of at most so many columns, broken between words where that is possible. */
  static List<String> fold(String text, int columns) {
    if (columns(text) <= columns) {
      return List.of(text.stripTrailing());
    }
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words(text)) {
      if (!line.isEmpty() && columns(line + word.stripTrailing()) > columns) {
        lines.add(line.stripTrailing());
        line = "";
      }
      line += word;
      while (columns(line.stripTrailing()) > columns) {
        int end = end(line, columns);
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    lines.add(line.stripTrailing());
    return lines;
  }

  /** How many columns of a terminal the text takes. */
  static int columns(String text) {
    return text.codePoints().map(Text::columns).sum();
  }

  private static int end(String text, int columns) {
    int end = text.offsetByCodePoints(0, 1);
    while (columns(text.substring(0, text.offsetByCodePoints(end, 1))) <= columns) {
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  private static int columns(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(character)
            || (character >= 0x1100 && character <= 0x115f)
            || (character >= 0x3000 && character <= 0x30ff)
            || (character >= 0xac00 && character <= 0xd7a3)
            || (character >= 0xff00 && character <= 0xff60)
            || (character >= 0x1f300 && character <= 0x1faff);
    return wide ? 2 : 1;
  }
}

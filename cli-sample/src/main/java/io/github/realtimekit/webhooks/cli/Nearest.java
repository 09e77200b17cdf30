package io.github.realtimekit.webhooks.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** What somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /**
   * The value that is written so, whatever the case.
   *
   * @throws TypeConversionException if there is none; the message tells what there is
   */
  static <T> T parse(String typed, List<T> values) {
    List<String> texts = values.stream().map(Object::toString).toList();
    return values.stream()
        .filter(value -> value.toString().equalsIgnoreCase(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is none of %s.%s"
                        .formatted(typed, String.join(", ", texts), question(typed, texts))));
  }

  /** A question that names the candidate with the fewest typing errors; empty if none is near. */
  static String question(String typed, List<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(typed, candidate)))
        .filter(candidate -> distance(typed, candidate) <= Math.max(2, candidate.length() / 3))
        .map(candidate -> " Did you mean " + candidate + "?")
        .orElse("");
  }

  /** Levenshtein's: how many characters to insert, delete or exchange, whatever their case. */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

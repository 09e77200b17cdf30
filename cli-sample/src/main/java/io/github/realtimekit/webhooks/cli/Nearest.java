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

  /** How many characters to insert, delete, exchange or swap with the next, whatever their case. */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : fewest(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int fewest(int[][] steps, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int fewest = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
    fewest = Math.min(fewest, steps[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
  }
}

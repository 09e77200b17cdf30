package io.github.realtimekit.webhooks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Cells in columns, folded so that they fit a terminal.
 *
 * @param rows at least one, all of the same length
 */
record Table(List<List<String>> rows) {
  private static final String GAP = "  ";

  /** No shorter word is ever broken, so that an id can be copied. */
  private static final int LONGEST_WHOLE_WORD = 36;

  /** Whether every column can be made narrow enough. */
  boolean fits(int columns) {
    return total(narrowest()) <= columns;
  }

  /** The first row, which has the headings, stands out. */
  void print(Terminal terminal) {
    List<List<String>> lines = lines(terminal.columns());
    lines.get(0).forEach(line -> System.out.println(terminal.bold(line)));
    lines.subList(1, lines.size()).forEach(row -> row.forEach(System.out::println));
  }

  /** Each row as its lines. */
  List<List<String>> lines(int columns) {
    int[] narrowest = narrowest();
    int[] widths = widths(Text::columns);
    while (total(widths) > columns) {
      int widest = widest(widths, narrowest);
      if (widths[widest] <= narrowest[widest]) {
        break;
      }
      widths[widest]--;
    }
    return rows.stream().map(row -> lines(row, widths)).toList();
  }

  private static List<String> lines(List<String> row, int[] widths) {
    List<List<String>> cells = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      cells.add(Text.fold(row.get(column), widths[column]));
    }
    int height = cells.stream().mapToInt(List::size).max().orElseThrow();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        List<String> cell = cells.get(column);
        String part = i < cell.size() ? cell.get(i) : "";
        int padding = Math.max(0, widths[column] - Text.columns(part));
        line.append(part).append(" ".repeat(padding)).append(GAP);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The column with the most to give; the last one of several. */
  private static int widest(int[] widths, int[] narrowest) {
    return IntStream.range(0, widths.length)
        .reduce(0, (a, b) -> spare(widths, narrowest, b) >= spare(widths, narrowest, a) ? b : a);
  }

  private static int spare(int[] widths, int[] narrowest, int column) {
    return widths[column] > narrowest[column] ? widths[column] : 0;
  }

  private int[] narrowest() {
    return widths(
        cell ->
            Text.words(cell).stream()
                .mapToInt(word -> Math.min(Text.columns(word.strip()), LONGEST_WHOLE_WORD))
                .max()
                .orElse(0));
  }

  private int[] widths(ToIntFunction<String> ofCell) {
    return IntStream.range(0, rows.get(0).size())
        .map(
            column ->
                rows.stream().mapToInt(row -> ofCell.applyAsInt(row.get(column))).max().orElse(0))
        .toArray();
  }

  private static int total(int[] widths) {
    return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
  }
}

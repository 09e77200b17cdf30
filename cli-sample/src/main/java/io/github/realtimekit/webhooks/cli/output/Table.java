package io.github.realtimekit.webhooks.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Rows with one line each, in columns.
 *
 * @param headings one for each column
 * @param rows cells, as many in each row as there are headings
 */
public record Table(List<String> headings, List<List<String>> rows) {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  /**
   * Prints the rows below their headings.
   *
   * @param columns width to fit into where that is possible
   * @param shortened indexes of the columns whose cells may be shortened for it
   */
  public void print(PrintWriter out, int columns, Set<Integer> shortened) {
    int[] widths =
        IntStream.range(0, headings.size())
            .map(column -> Math.max(headings.get(column).length(), widest(column)))
            .toArray();
    while (IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) > columns) {
      int widest =
          shortened.stream()
              .filter(column -> widths[column] > NARROWEST)
              .max((a, b) -> Integer.compare(widths[a], widths[b]))
              .orElse(-1);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    out.println(Terminal.OUT.colors().apply(line(headings, widths), List.of(Style.bold)));
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> TerminalText.columns(row.get(column))).max().orElse(0);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = TerminalText.shorten(cells.get(column), widths[column]);
      line.append(cell).append(" ".repeat(widths[column] - TerminalText.columns(cell)));
      line.append(GAP);
    }
    return line.toString().stripTrailing();
  }
}

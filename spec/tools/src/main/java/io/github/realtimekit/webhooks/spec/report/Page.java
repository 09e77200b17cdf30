package io.github.realtimekit.webhooks.spec.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of figures and tables, written as HTML for a browser and as Markdown for a pull request.
 *
 * @param lead a sentence or two below the title
 */
public record Page(String title, String lead, List<Figure> figures, List<Table> tables) {

  /** Color of a figure or a cell. */
  public enum Tone {
    PLAIN,
    GOOD,
    BAD,
    WARN
  }

  /** A number above the tables. */
  public record Figure(String label, int value, Tone tone) {}

  /**
   * A table, or the words {@code empty} where it has no rows.
   *
   * @param head column headings
   */
  public record Table(String heading, List<String> head, List<List<Cell>> rows, String empty) {
    public static Table of(
        String heading, List<String> head, List<List<String>> rows, String empty) {
      List<List<Cell>> cells =
          rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList();
      return new Table(heading, head, cells, empty);
    }
  }

  /** A text, shown as a label if it has a tone. */
  public record Cell(String text, Tone tone) {
    public static Cell of(String text) {
      return new Cell(text, Tone.PLAIN);
    }
  }

  /** Writes both forms: the path with {@code .md} and with {@code .html}. */
  public void write(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path.resolveSibling(path.getFileName() + ".md"), markdown());
    Files.writeString(path.resolveSibling(path.getFileName() + ".html"), html());
  }

  public String markdown() {
    return MarkdownPage.of(this);
  }

  public String html() {
    return HtmlPage.of(this);
  }
}

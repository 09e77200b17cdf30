package io.github.realtimekit.webhooks.spec.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of figures, tables and details, written as HTML for a browser and as Markdown for a pull
 * request.
 *
 * @param lead a sentence or two below the title
 */
public record Page(String title, String lead, List<Figure> figures, List<Section> sections) {

  /** Colour of a figure, a part of a cell or a row. */
  public enum Tone {
    PLAIN,
    SOFT,
    GOOD,
    BAD,
    WARN
  }

  /** A number above the sections. */
  public record Figure(String label, int value, Tone tone) {}

  /** A part of the page below a heading. */
  public sealed interface Section permits Table, Details {
    String heading();
  }

  /**
   * A table, or the words {@code empty} where it has no rows.
   *
   * @param head column headings
   * @param matrix whether columns are of equal width, and the first stays in view
   */
  public record Table(
      String heading, List<String> head, List<List<Cell>> rows, String empty, boolean matrix)
      implements Section {
    public static Table of(
        String heading, List<String> head, List<List<String>> rows, String empty) {
      List<List<Cell>> cells =
          rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList();
      return new Table(heading, head, cells, empty, false);
    }
  }

  /** A cell of parts below each other. */
  public record Cell(List<Part> parts) {
    public static Cell of(String text) {
      return new Cell(List.of(Part.of(text)));
    }

    public static Cell of(String text, Tone tone) {
      return new Cell(List.of(new Part(text, tone, "")));
    }
  }

  /**
   * A text in a cell, shown as a label if it has a tone.
   *
   * @param target title of the {@link Detail} that it links to, or empty
   */
  public record Part(String text, Tone tone, String target) {
    public static Part of(String text) {
      return new Part(text, Tone.PLAIN, "");
    }
  }

  /** Entries that open on demand; Markdown lists their titles only. */
  public record Details(String heading, List<Detail> entries) implements Section {}

  /** An entry with texts side by side. */
  public record Detail(String title, String aside, List<Side> sides) {}

  /** One of the texts of a {@link Detail}, in a fixed-width font. */
  public record Side(String heading, String text) {}

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

package io.github.realtimekit.webhooks.spec.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A page of tables, as Markdown for a pull request and as HTML for a browser. */
public record Page(String title, String summary, List<Table> tables) {
  /** A table; without rows it is shown by the words for that. */
  public record Table(String title, List<String> head, List<List<String>> rows, String empty) {}

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #d8d8d8; --head: #f3f3f3; --bad: #b00020 }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem }
      div { overflow-x: auto } table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line) }
      th { background: var(--head) } td { overflow-wrap: break-word } td:first-child { font-weight: 600 }
      tr.BREAKING td:first-child { color: var(--bad) }
      @media (prefers-color-scheme: dark) { :root { --line: #404040; --head: #262626; --bad: #ff8a8a } }
      """;

  /** Writes both forms: the path with {@code .md} and with {@code .html}. */
  public void write(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path.resolveSibling(path.getFileName() + ".md"), markdown());
    Files.writeString(path.resolveSibling(path.getFileName() + ".html"), html());
  }

  public String markdown() {
    String body =
        tables.stream()
            .map(
                table ->
                    "## %s\n\n%s"
                        .formatted(
                            table.title,
                            table.rows.isEmpty() ? table.empty + "\n" : markdownRows(table)))
            .collect(Collectors.joining("\n"));
    return "# %s\n\n%s\n\n%s".formatted(title, summary, body);
  }

  private static String markdownRows(Table table) {
    StringBuilder rows = new StringBuilder(markdownRow(table.head));
    rows.append("|---".repeat(table.head.size())).append("|\n");
    table.rows.forEach(row -> rows.append(markdownRow(row)));
    return rows.toString();
  }

  private static String markdownRow(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replace("<", "&lt;"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  public String html() {
    String body =
        tables.stream()
            .map(
                table ->
                    "<h2>%s</h2>\n%s\n"
                        .formatted(
                            escape(table.title),
                            table.rows.isEmpty()
                                ? "<p>" + escape(table.empty) + "</p>"
                                : htmlRows(table)))
            .collect(Collectors.joining());
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s</title>
    <style>
    %2$s</style>
    </head>
    <body>
    <h1>%1$s</h1>
    <p>%3$s</p>
    %4$s</body>
    </html>
    """
        .formatted(escape(title), STYLE, escape(summary), body);
  }

  private static String htmlRows(Table table) {
    StringBuilder rows = new StringBuilder("<div><table>\n");
    rows.append(htmlRow("<tr>", "th", table.head));
    for (List<String> row : table.rows) {
      rows.append(htmlRow("<tr class=\"" + escape(row.get(0)) + "\">", "td", row));
    }
    return rows.append("</table></div>").toString();
  }

  private static String htmlRow(String open, String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + breakable(escape(cell)) + "</" + tag + ">")
        .collect(Collectors.joining("", open, "</tr>\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** Paths are long, and a browser does not break them at their slashes. */
  private static String breakable(String html) {
    return html.replace("/", "/<wbr>");
  }
}

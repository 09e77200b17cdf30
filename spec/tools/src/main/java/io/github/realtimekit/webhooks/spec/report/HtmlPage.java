package io.github.realtimekit.webhooks.spec.report;

import io.github.realtimekit.webhooks.spec.report.Page.Cell;
import io.github.realtimekit.webhooks.spec.report.Page.Figure;
import io.github.realtimekit.webhooks.spec.report.Page.Table;
import io.github.realtimekit.webhooks.spec.report.Page.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a {@link Page} as one HTML file that loads nothing else. */
final class HtmlPage {
  private HtmlPage() {}

  static String of(Page page) {
    return """
        <!doctype html>
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
        <p class="lead">%3$s</p>
        <div class="figures">
        %4$s
        </div>
        %5$s
        </body>
        </html>
        """
        .formatted(
            escape(page.title()),
            css(),
            escape(page.lead()),
            lines(page.figures(), HtmlPage::figure),
            lines(page.tables(), HtmlPage::section));
  }

  private static String figure(Figure figure) {
    return "<div class=\"%s\"><b>%d</b><span>%s</span></div>"
        .formatted(tone(figure.tone()), figure.value(), escape(figure.label()));
  }

  private static String section(Table table) {
    return "<h2>%s</h2>\n%s".formatted(escape(table.heading()), table(table));
  }

  private static String table(Table table) {
    if (table.rows().isEmpty()) {
      return "<p class=\"lead\">" + escape(table.empty()) + "</p>";
    }
    return """
        <div class="scroll">
        <table>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s
        </tbody>
        </table>
        </div>"""
        .formatted(
            lines(table.head(), head -> "<th>" + escape(head) + "</th>"),
            lines(table.rows(), HtmlPage::row));
  }

  private static String row(List<Cell> cells) {
    return "<tr>%s%s</tr>"
        .formatted(
            "<th>" + cell(cells.get(0)) + "</th>",
            lines(cells.subList(1, cells.size()), each -> "<td>" + cell(each) + "</td>"));
  }

  private static String cell(Cell cell) {
    String text = breakable(escape(cell.text()));
    return cell.tone() == Tone.PLAIN
        ? text
        : "<span class=\"label %s\">%s</span>".formatted(tone(cell.tone()), text);
  }

  private static String tone(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  private static <T> String lines(List<T> items, Function<T, String> each) {
    return items.stream().map(each).collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Lets a browser break long paths at their slashes. */
  private static String breakable(String html) {
    return html.replaceAll("/(?!>)", "/<wbr>");
  }

  private static String css() {
    try (InputStream css = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.realtimekit.webhooks.spec.report;

import io.github.realtimekit.webhooks.spec.report.Page.Cell;
import io.github.realtimekit.webhooks.spec.report.Page.Detail;
import io.github.realtimekit.webhooks.spec.report.Page.Details;
import io.github.realtimekit.webhooks.spec.report.Page.Figure;
import io.github.realtimekit.webhooks.spec.report.Page.Part;
import io.github.realtimekit.webhooks.spec.report.Page.Section;
import io.github.realtimekit.webhooks.spec.report.Page.Side;
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
        <script>
        const open = () => document.getElementById(location.hash.slice(1))?.setAttribute('open', '');
        addEventListener('hashchange', open);
        open();
        </script>
        </body>
        </html>
        """
        .formatted(
            escape(page.title()),
            css(),
            escape(page.lead()),
            lines(page.figures(), HtmlPage::figure),
            lines(page.sections(), HtmlPage::section));
  }

  private static String figure(Figure figure) {
    return "<div class=\"%s\"><b>%d</b><span>%s</span></div>"
        .formatted(tone(figure.tone()), figure.value(), escape(figure.label()));
  }

  private static String section(Section section) {
    String content =
        section instanceof Table table
            ? table(table)
            : lines(((Details) section).entries(), HtmlPage::detail);
    return "<h2>%s</h2>\n%s".formatted(escape(section.heading()), content);
  }

  private static String table(Table table) {
    if (table.rows().isEmpty()) {
      return "<p class=\"lead\">" + escape(table.empty()) + "</p>";
    }
    return """
        <div class="scroll">
        <table%s>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s
        </tbody>
        </table>
        </div>"""
        .formatted(
            table.matrix() ? " class=\"matrix\"" : "",
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
    return cell.parts().size() == 1 && cell.parts().get(0).tone() == Tone.PLAIN
        ? breakable(escape(cell.parts().get(0).text()))
        : lines(cell.parts(), HtmlPage::part);
  }

  private static String part(Part part) {
    String text = breakable(escape(part.text()));
    return part.target().isEmpty()
        ? "<span class=\"part %s\">%s</span>".formatted(tone(part.tone()), text)
        : "<a class=\"part %s\" href=\"#%s\">%s</a>"
            .formatted(tone(part.tone()), anchor(part.target()), text);
  }

  private static String detail(Detail detail) {
    return """
        <details id="%s">
        <summary>%s <span class="aside">%s</span></summary>
        <div class="sides">
        %s
        </div>
        </details>"""
        .formatted(
            anchor(detail.title()),
            escape(detail.title()),
            escape(detail.aside()),
            lines(detail.sides(), HtmlPage::side));
  }

  private static String side(Side side) {
    return "<div><h3>%s</h3><pre class=\"mono\">%s</pre></div>"
        .formatted(escape(side.heading()), escape(side.text()));
  }

  private static String tone(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  private static String anchor(String title) {
    return title.replaceAll("[^A-Za-z0-9]+", "-");
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

package io.github.realtimekit.webhooks.spec.report;

import io.github.realtimekit.webhooks.spec.report.Page.Cell;
import io.github.realtimekit.webhooks.spec.report.Page.Details;
import io.github.realtimekit.webhooks.spec.report.Page.Part;
import io.github.realtimekit.webhooks.spec.report.Page.Section;
import io.github.realtimekit.webhooks.spec.report.Page.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a {@link Page} as Markdown. */
final class MarkdownPage {
  private MarkdownPage() {}

  static String of(Page page) {
    StringBuilder text = new StringBuilder("# %s\n\n%s\n".formatted(page.title(), page.lead()));
    if (!page.figures().isEmpty()) {
      String figures =
          page.figures().stream()
              .map(figure -> "%d %s".formatted(figure.value(), figure.label()))
              .collect(Collectors.joining(" · "));
      text.append('\n').append(figures).append('\n');
    }
    for (Section section : page.sections()) {
      text.append("\n## ").append(section.heading()).append("\n\n");
      if (section instanceof Table table) {
        text.append(table.rows().isEmpty() ? table.empty() + "\n" : table(table));
      } else if (section instanceof Details details) {
        details
            .entries()
            .forEach(entry -> text.append("- %s (%s)\n".formatted(entry.title(), entry.aside())));
      }
    }
    return text.toString();
  }

  private static String table(Table table) {
    StringBuilder rows = new StringBuilder(row(table.head()));
    rows.append("|---".repeat(table.head().size())).append("|\n");
    table
        .rows()
        .forEach(cells -> rows.append(row(cells.stream().map(MarkdownPage::cell).toList())));
    return rows.toString();
  }

  private static String cell(Cell cell) {
    return cell.parts().stream().map(Part::text).collect(Collectors.joining("; "));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replace("<", "&lt;"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}

package io.github.realtimekit.webhooks.spec.report;

import io.github.realtimekit.webhooks.spec.report.Page.Cell;
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
    for (Table table : page.tables()) {
      text.append("\n## ").append(table.heading()).append("\n\n");
      text.append(table.rows().isEmpty() ? table.empty() + "\n" : table(table));
    }
    return text.toString();
  }

  private static String table(Table table) {
    StringBuilder rows = new StringBuilder(row(table.head()));
    rows.append("|---".repeat(table.head().size())).append("|\n");
    table.rows().forEach(cells -> rows.append(row(cells.stream().map(Cell::text).toList())));
    return rows.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replace("<", "&lt;"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}

package io.github.realtimekit.webhooks.contract;

import io.github.realtimekit.webhooks.spec.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** The coverage as Markdown: a row for each operation, a column for each status. */
record CoverageMarkdown(Coverage coverage) {
  String text() {
    StringBuilder text = new StringBuilder("# What the contract covers\n\n| Operation |");
    coverage.statuses().forEach(status -> text.append(' ').append(status).append(" |"));
    text.append("\n|---|").append("---|".repeat(coverage.statuses().size())).append('\n');
    for (Operation operation : coverage.promises().spec().operations()) {
      text.append("| `").append(operation.id()).append("` |");
      coverage
          .statuses()
          .forEach(status -> text.append(' ').append(cell(operation, status)).append(" |"));
      text.append('\n');
    }
    text.append("\nGaps: ").append(coverage.gaps().size()).append('\n');
    coverage.gaps().forEach(gap -> text.append("\n- ").append(gap));
    text.append("\n## The interactions\n\n");
    coverage
        .contract()
        .forEach(
            each ->
                text.append("- ")
                    .append(each.description())
                    .append(" — given ")
                    .append(String.join(", ", each.states()))
                    .append('\n'));
    return text.toString();
  }

  private String cell(Operation operation, int status) {
    if (!coverage.promises().statuses(operation).contains(status)) {
      return "";
    }
    List<Interaction> interactions = coverage.of(operation, status);
    return interactions.isEmpty()
        ? "**none**"
        : interactions.stream()
            .map(each -> each.description().replaceFirst("^[^,]*, ", ""))
            .collect(Collectors.joining("; "));
  }
}

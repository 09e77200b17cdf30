package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Action;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Step;
import io.github.realtimekit.webhooks.cli.option.Output.Format;
import io.github.realtimekit.webhooks.cli.output.Change;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints the steps of a plan that change something.
 *
 * @param format null for a table
 */
record PlanPrinter(PrintWriter out, @Nullable Format format) {
  private static final String INDENT = " ".repeat(8);

  void print(WebhookPlan plan) {
    List<Step> steps = plan.changing();
    if (format == Format.json) {
      out.println(Json.indented(steps.stream().map(PlanPrinter::json).toList()));
    } else if (format == Format.ndjson) {
      steps.forEach(step -> out.println(Json.oneLine(json(step))));
    } else if (steps.isEmpty()) {
      out.println("Nothing to do.");
    } else {
      steps.forEach(this::printText);
      out.println();
      out.println(summary(steps));
    }
  }

  private static String summary(List<Step> steps) {
    List<String> counts = new ArrayList<>();
    count(steps, counts, "create", Action.create);
    count(steps, counts, "change", Action.edit, Action.move);
    count(steps, counts, "delete", Action.delete);
    return String.join(", ", counts) + ".";
  }

  private static void count(List<Step> steps, List<String> counts, String verb, Action... actions) {
    long count = steps.stream().filter(step -> List.of(actions).contains(step.action())).count();
    if (count > 0) {
      counts.add(count + " to " + verb);
    }
  }

  private void printText(Step step) {
    Style color =
        switch (step.action()) {
          case create -> Style.fg_green;
          case delete -> Style.fg_red;
          case keep, edit, move -> Style.fg_yellow;
        };
    String line = "%-6s  %s".formatted(step.action(), TerminalText.printable(step.name()));
    out.println(Terminal.OUT.colors().apply(line, List.of(color)));
    Map<String, Change> changes = step.changes();
    if (step.action() == Action.create || step.action() == Action.delete) {
      changes.remove("name"); // It is in the line above.
    }
    Change.print(out, INDENT, changes);
  }

  private static Map<String, Object> json(Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("action", step.action().name());
    if (step.before() != null) {
      json.put("id", Field.id.text(step.before()));
    }
    json.put("name", step.name());
    json.put("changes", Change.json(step.changes()));
    return json;
  }
}

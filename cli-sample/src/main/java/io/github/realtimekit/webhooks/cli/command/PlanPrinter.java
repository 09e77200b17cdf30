package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Action;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Change;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Step;
import io.github.realtimekit.webhooks.cli.option.Output.Format;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints the steps of a plan that change something.
 *
 * @param format null for a table
 */
record PlanPrinter(PrintWriter out, @Nullable Format format) {
  private static final String INDENT = " ".repeat(8);
  private static final int FIELD_WIDTH = 9;

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
    out.flush();
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
    step.changes().forEach((field, change) -> printField(step.action(), field, change));
  }

  private void printField(Action action, String field, Change change) {
    boolean create = action == Action.create;
    if (field.equals("name") && (create || action == Action.delete)) {
      return; // It is in the line above.
    }
    List<String> words =
        field.equals("events")
            ? events(action, change)
            : create
                ? List.of(Field.text(change.after()))
                : action == Action.delete
                    ? List.of(Field.text(change.before()))
                    : List.of(Field.text(change.before()), "→", Field.text(change.after()));
    String label = INDENT + field + " ".repeat(FIELD_WIDTH - field.length());
    for (String line : TerminalText.wrap(words, Terminal.columns() - label.length())) {
      out.println(label + line);
      label = " ".repeat(label.length());
    }
  }

  /** Returns all events of a webhook that is created or deleted, else those that differ. */
  private static List<String> events(Action action, Change change) {
    List<?> before = change.before() instanceof List<?> list ? list : List.of();
    List<?> after = change.after() instanceof List<?> list ? list : List.of();
    if (action == Action.create || action == Action.delete) {
      return names(action == Action.create ? after : before).toList();
    }
    if (Field.isAll(before) || Field.isAll(after)) {
      return Stream.of(names(before), Stream.of("→"), names(after)).flatMap(s -> s).toList();
    }
    return Stream.concat(
            after.stream().filter(event -> !before.contains(event)).map(event -> "+" + event),
            before.stream().filter(event -> !after.contains(event)).map(event -> "−" + event))
        .map(TerminalText::printable)
        .toList();
  }

  private static Stream<String> names(List<?> events) {
    return Field.isAll(events) ? Stream.of("all") : events.stream().map(Field::text);
  }

  private static Map<String, Object> json(Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("action", step.action().name());
    if (step.before() != null) {
      json.put("id", Field.id.text(step.before()));
    }
    json.put("name", step.name());
    Map<String, Object> changes = new LinkedHashMap<>();
    step.changes()
        .forEach(
            (field, change) -> {
              Map<String, @Nullable Object> both = new LinkedHashMap<>();
              both.put("old", change.before());
              both.put("new", change.after());
              changes.put(field, both);
            });
    json.put("changes", changes);
    return json;
  }
}

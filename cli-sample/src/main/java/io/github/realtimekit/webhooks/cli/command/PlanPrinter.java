package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Action;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Step;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Format;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints the steps of a plan on standard output.
 *
 * @param format null for a table
 */
public record PlanPrinter(Console console, @Nullable Format format) {

  /** Prints the steps that change something, or that there are none. */
  public void print(WebhookPlan plan) {
    List<Step> steps = plan.steps().stream().filter(step -> step.action() != Action.KEEP).toList();
    if (format == Format.JSON) {
      console.out().println(Json.indented(steps.stream().map(PlanPrinter::json).toList()));
    } else if (format == Format.NDJSON) {
      steps.forEach(step -> console.out().println(Json.oneLine(json(step))));
    } else if (steps.isEmpty()) {
      console.out().println("Nothing to do.");
    } else {
      steps.forEach(this::printText);
    }
  }

  /** Returns what a step does, such as {@code edit 'Calls'}. */
  public static String description(Step step) {
    return action(step) + " '" + step.name() + "'";
  }

  private void printText(Step step) {
    console
        .out()
        .println(
            TerminalText.printable(
                "%-6s  %s  %s".formatted(action(step), step.name(), step.url())));
    changes(step)
        .forEach(
            (field, change) ->
                console
                    .out()
                    .println(
                        "        %s: %s -> %s".formatted(field, change.get(0), change.get(1))));
  }

  /** Returns the old and the new text of each field that differs. */
  private static Map<String, List<String>> changes(Step step) {
    Map<String, List<String>> changes = new LinkedHashMap<>();
    if (step.patch() != null && step.before() != null) {
      Map<String, Object> old = Json.fields(step.before());
      Json.fields(step.patch())
          .forEach(
              (field, value) -> changes.put(field, List.of(text(old.get(field)), text(value))));
    }
    return changes;
  }

  private static Map<String, Object> json(Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("action", action(step));
    @Nullable Webhook before = step.before();
    if (before != null) {
      json.put("id", before.id().toString());
    }
    json.put("name", step.name());
    json.put("url", step.url().toString());
    if (before != null && step.patch() != null) {
      Map<String, Object> old = Json.fields(before);
      Map<String, Object> changes = new LinkedHashMap<>();
      Json.fields(step.patch())
          .forEach(
              (field, value) -> {
                Map<String, @Nullable Object> change = new LinkedHashMap<>();
                change.put("old", old.get(field));
                change.put("new", value);
                changes.put(field, change);
              });
      json.put("changes", changes);
    }
    return json;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : Field.text(value, ZoneOffset.UTC);
  }

  private static String action(Step step) {
    return step.action().name().toLowerCase(Locale.ROOT);
  }
}

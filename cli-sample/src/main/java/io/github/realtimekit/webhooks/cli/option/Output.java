package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.cli.output.Table;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for how to print webhooks on standard output. */
public final class Output {
  /** Values of {@code --output}. */
  public enum Format {
    table,
    json,
    ndjson
  }

  private static final List<Field> IN_LIST =
      List.of(Field.id, Field.name, Field.enabled, Field.events, Field.url);

  /** An id alone takes 36 columns, and webhooks differ in names and URLs. */
  private static final List<Field> IN_NARROW_LIST =
      List.of(Field.id, Field.name, Field.enabled, Field.url);

  private static final int NARROW = 100;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}. By default a table on a terminal, and elsewhere one line per"
              + " webhook with tabs between its fields.")
  private @Nullable Format format;

  @Option(
      names = "--fields",
      paramLabel = "FIELD",
      split = ",",
      splitSynopsisLabel = ",",
      description = "Fields to print, separated with commas: ${COMPLETION-CANDIDATES}.")
  private @Nullable List<Field> fields;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print ids only, one a line, and no confirmation.")
  private boolean quiet;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Prints one webhook with all of its fields. */
  public void print(Webhook webhook) {
    if (format == Format.json && !quiet) {
      out().println(Json.indented(chosen(Json.fields(webhook))));
    } else if (isTable()) {
      printRecord(webhook);
    } else {
      printLine(webhook, List.of(Field.values()));
    }
  }

  /**
   * Prints several webhooks, one line each.
   *
   * @param wide whether a table may be wider than the terminal
   */
  public void print(List<Webhook> webhooks, boolean wide) {
    if (format == Format.json && !quiet) {
      out().println(Json.indented(webhooks.stream().map(Json::fields).map(this::chosen).toList()));
    } else if (isTable()) {
      printTable(webhooks, wide ? Integer.MAX_VALUE : Terminal.columns());
      if (webhooks.isEmpty() && Terminal.ERR.isTerminal()) {
        command.commandLine().getErr().println("The app has no webhooks.");
      }
    } else {
      webhooks.forEach(webhook -> printLine(webhook, IN_LIST));
    }
  }

  /** Prints a line on standard error that says what was done, unless {@code --quiet} is given. */
  public void confirm(String done) {
    if (!quiet) {
      command.commandLine().getErr().println(done);
    }
  }

  boolean isQuiet() {
    return quiet;
  }

  @Nullable Format format() {
    return format;
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }

  private boolean isTable() {
    return !quiet && (format == Format.table || (format == null && Terminal.OUT.isTerminal()));
  }

  private void printLine(Webhook webhook, List<Field> byDefault) {
    if (quiet) {
      out().println(Field.id.text(webhook));
    } else if (format == Format.ndjson) {
      out().println(Json.oneLine(chosen(Json.fields(webhook))));
    } else {
      out()
          .println(
              fields(byDefault).stream()
                  .map(field -> field.text(webhook))
                  .collect(Collectors.joining("\t")));
    }
  }

  private void printTable(List<Webhook> webhooks, int columns) {
    List<Field> shown = fields(columns < NARROW ? IN_NARROW_LIST : IN_LIST);
    boolean brief = columns < Integer.MAX_VALUE;
    Set<Integer> shortened =
        IntStream.range(0, shown.size())
            .filter(i -> Set.of(Field.name, Field.events, Field.url).contains(shown.get(i)))
            .boxed()
            .collect(Collectors.toSet());
    new Table(
            shown.stream().map(field -> field.heading().toUpperCase(Locale.ROOT)).toList(),
            webhooks.stream()
                .map(
                    webhook ->
                        shown.stream()
                            .map(field -> brief ? field.brief(webhook) : field.text(webhook))
                            .toList())
                .toList())
        .print(out(), columns, shortened);
  }

  /** One field a line, and one event a line, so that nothing has to be broken or cut. */
  private void printRecord(Webhook webhook) {
    List<Field> shown = fields(List.of(Field.values()));
    int width = shown.stream().mapToInt(field -> field.heading().length()).max().orElse(0) + 2;
    for (Field field : shown) {
      String text = field.text(webhook);
      if (field == Field.events) {
        text = text.replace(", ", "\n" + " ".repeat(width));
      }
      out().println(field.heading() + " ".repeat(width - field.heading().length()) + text);
    }
  }

  private List<Field> fields(List<Field> byDefault) {
    return fields == null ? byDefault : fields;
  }

  /** Returns the fields that were chosen, in that order, without those left out. */
  Map<String, Object> chosen(Map<String, Object> all) {
    if (fields == null) {
      return all;
    }
    Map<String, Object> chosen = new LinkedHashMap<>();
    for (Field field : fields) {
      if (all.containsKey(field.name())) {
        chosen.put(field.name(), all.get(field.name()));
      }
    }
    return chosen;
  }
}

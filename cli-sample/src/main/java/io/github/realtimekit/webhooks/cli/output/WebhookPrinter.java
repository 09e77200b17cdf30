package io.github.realtimekit.webhooks.cli.output;

import io.github.realtimekit.webhooks.Webhook;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints webhooks on standard output.
 *
 * @param format null for a table on a terminal, and lines of fields with tabs between them
 *     elsewhere
 * @param fields the fields to print; null for those that suit the command
 * @param idsOnly whether to print one id a line and nothing else
 * @param wide whether a table may be wider than the terminal
 */
public record WebhookPrinter(
    Console console,
    @Nullable Format format,
    @Nullable List<Field> fields,
    boolean idsOnly,
    ZoneId zone,
    boolean wide) {

  /** Prints one webhook with all of its fields. */
  public void print(Webhook webhook) {
    if (format == Format.JSON && !idsOnly) {
      console.out().println(Json.indented(chosen(webhook)));
    } else if (isTable()) {
      printRecord(webhook);
    } else {
      printLines(List.of(webhook), Field.ALL);
    }
  }

  /** Prints several webhooks, one line each. */
  public void print(List<Webhook> webhooks) {
    if (format == Format.JSON && !idsOnly) {
      console.out().println(Json.indented(webhooks.stream().map(this::chosen).toList()));
    } else if (isTable()) {
      printTable(webhooks);
    } else {
      printLines(webhooks, Field.IN_LIST);
    }
  }

  private boolean isTable() {
    return !idsOnly && (format == Format.TABLE || (format == null && console.terminal().out()));
  }

  private void printLines(List<Webhook> webhooks, List<Field> byDefault) {
    for (Webhook webhook : webhooks) {
      console.out().println(line(webhook, byDefault));
    }
  }

  private String line(Webhook webhook, List<Field> byDefault) {
    if (idsOnly) {
      return Field.ID.text(webhook, zone);
    }
    return format == Format.NDJSON
        ? Json.oneLine(chosen(webhook))
        : fields(byDefault).stream()
            .map(field -> field.text(webhook, zone))
            .collect(Collectors.joining("\t"));
  }

  private void printTable(List<Webhook> webhooks) {
    List<Field> shown = fields(Field.IN_LIST);
    Table table =
        new Table(
            shown.stream().map(field -> field.heading().toUpperCase(Locale.ROOT)).toList(),
            webhooks.stream()
                .map(webhook -> shown.stream().map(field -> cell(field, webhook)).toList())
                .toList());
    Set<Integer> shortened =
        IntStream.range(0, shown.size())
            .filter(column -> shown.get(column).isShortened())
            .boxed()
            .collect(Collectors.toSet());
    table.print(console, wide ? Integer.MAX_VALUE : console.terminal().columns(), shortened);
    if (webhooks.isEmpty()) {
      console.noteToPerson("The app has no webhooks.");
    }
  }

  private String cell(Field field, Webhook webhook) {
    return wide ? field.text(webhook, zone) : field.brief(webhook, zone);
  }

  /** One field a line, and one event a line, so that nothing has to be broken or cut. */
  private void printRecord(Webhook webhook) {
    List<Field> shown = fields(Field.ALL);
    int width = shown.stream().mapToInt(field -> field.heading().length()).max().orElse(0);
    for (Field field : shown) {
      String text = field.text(webhook, zone);
      if (field == Field.EVENTS) {
        text = text.replace(", ", "\n" + " ".repeat(width + 2));
      }
      console
          .out()
          .println(field.heading() + " ".repeat(width + 2 - field.heading().length()) + text);
    }
  }

  private List<Field> fields(List<Field> byDefault) {
    return fields == null ? byDefault : fields;
  }

  private Map<String, Object> chosen(Webhook webhook) {
    return chosen(Json.fields(webhook), fields);
  }

  /** Returns the fields that were chosen, in that order, without those left out. */
  static Map<String, Object> chosen(Map<String, Object> all, @Nullable List<Field> fields) {
    if (fields == null) {
      return all;
    }
    Map<String, Object> chosen = new LinkedHashMap<>();
    for (Field field : fields) {
      if (all.containsKey(field.toString())) {
        chosen.put(field.toString(), all.get(field.toString()));
      }
    }
    return chosen;
  }
}

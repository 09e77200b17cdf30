package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.Webhook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How to show webhooks. Nothing else goes to standard output. */
final class Output {
  static final String HEADING = "%nOutput:%n";

  enum Format {
    TABLE,
    JSON,
    NDJSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    static final class Name implements ITypeConverter<Format> {
      @Override
      public Format convert(String typed) {
        return Nearest.parse(typed, List.of(values()));
      }
    }
  }

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      converter = Format.Name.class,
      description =
          "table, json or ndjson. By default a table on a terminal; elsewhere a line for each"
              + " webhook, with tabs between its fields.")
  private @Nullable Format format;

  @Option(
      names = "--fields",
      paramLabel = "FIELD",
      converter = Field.Name.class,
      split = ",",
      splitSynopsisLabel = ",",
      description = "Show these alone: ${COMPLETION-CANDIDATES}.")
  private @Nullable List<Field> fields;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show ids alone, one a line, whatever --output and --fields say.")
  private boolean quiet;

  @Option(names = "--utc", description = "Show times in UTC instead of local time.")
  private boolean utc;

  /** Shows all of a webhook. */
  void print(Webhook webhook) {
    if (!quiet && format == Format.JSON) {
      System.out.println(Json.indented(chosen(webhook)));
    } else {
      print(List.of(webhook), Field.ALL, false);
    }
  }

  /** Shows what matters of several webhooks. */
  void print(List<Webhook> webhooks) {
    if (!quiet && format == Format.JSON) {
      System.out.println(Json.indented(webhooks.stream().map(this::chosen).toList()));
    } else {
      print(webhooks, Field.OF_A_LIST, true);
    }
  }

  /** Shows what would be sent. */
  void print(Preview preview) {
    if (format == Format.JSON) {
      System.out.println(Json.indented(preview.json()));
    } else if (format == Format.NDJSON) {
      System.out.println(Json.oneLine(preview.json()));
    } else {
      preview.print(Terminal.current());
    }
  }

  private void print(List<Webhook> webhooks, List<Field> byDefault, boolean asList) {
    Terminal terminal = Terminal.current();
    if (quiet) {
      webhooks.forEach(webhook -> System.out.println(Field.ID.text(webhook, utc)));
    } else if (format == Format.NDJSON) {
      webhooks.forEach(webhook -> System.out.println(Json.oneLine(chosen(webhook))));
    } else {
      Rows rows = new Rows(webhooks, fields == null ? byDefault : fields, utc);
      if (format == null && !terminal.out()) {
        rows.printLines();
      } else if (asList) {
        rows.printTable(terminal);
      } else {
        rows.printRecords(terminal);
      }
    }
  }

  /** The fields as they are in JSON, without those that the answer left out. */
  private Map<String, Object> chosen(Webhook webhook) {
    Map<String, Object> all = Json.fields(webhook);
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

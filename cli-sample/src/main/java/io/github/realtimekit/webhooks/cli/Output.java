package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.Webhook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How to show webhooks. Nothing else goes to standard output. */
final class Output {
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

  private final OptionSpec format =
      OptionSpec.builder("--output")
          .paramLabel("FORMAT")
          .type(Format.class)
          .converters(new Format.Name())
          .description(
              "table, json or ndjson. By default a table on a terminal; elsewhere a line for each"
                  + " webhook, with tabs between its fields.")
          .build();
  private final OptionSpec fields =
      OptionSpec.builder("--fields")
          .paramLabel("FIELD")
          .type(List.class)
          .auxiliaryTypes(Field.class)
          .converters(new Field.Name())
          .splitRegex(",")
          .splitRegexSynopsisLabel(",")
          .description("Show these alone: ${COMPLETION-CANDIDATES}.")
          .build();
  private final OptionSpec quiet =
      Options.flag(
          "Show ids alone, one a line, whatever --output and --fields say.", "-q", "--quiet");
  private final OptionSpec utc = Options.flag("Show times in UTC instead of local time.", "--utc");

  ArgGroupSpec options() {
    return Options.section("%nOutput:%n", format, fields, quiet, utc);
  }

  /** Shows all of a webhook. */
  void print(Webhook webhook) {
    if (format() == Format.JSON && !Options.isGiven(quiet)) {
      System.out.println(Json.indented(chosen(webhook)));
    } else {
      print(List.of(webhook), Field.ALL, false);
    }
  }

  /** Shows what matters of several webhooks. */
  void print(List<Webhook> webhooks) {
    if (format() == Format.JSON && !Options.isGiven(quiet)) {
      System.out.println(Json.indented(webhooks.stream().map(this::chosen).toList()));
    } else {
      print(webhooks, Field.OF_A_LIST, true);
    }
  }

  /** Shows what would be sent. */
  void print(Preview preview) {
    @Nullable Format format = format();
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
    @Nullable Format format = format();
    boolean utc = Options.isGiven(this.utc);
    if (Options.isGiven(quiet)) {
      webhooks.forEach(webhook -> System.out.println(Field.ID.text(webhook, utc)));
    } else if (format == Format.NDJSON) {
      webhooks.forEach(webhook -> System.out.println(Json.oneLine(chosen(webhook))));
    } else {
      @Nullable List<Field> chosen = fields.getValue();
      Rows rows = new Rows(webhooks, chosen == null ? byDefault : chosen, utc);
      if (format == null && !terminal.out()) {
        rows.printLines();
      } else if (asList) {
        rows.printTable(terminal);
      } else {
        rows.printRecords(terminal);
      }
    }
  }

  private @Nullable Format format() {
    return format.getValue();
  }

  /** The fields as they are in JSON, without those that the answer left out. */
  private Map<String, Object> chosen(Webhook webhook) {
    Map<String, Object> all = Json.fields(webhook);
    @Nullable List<Field> fields = this.fields.getValue();
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

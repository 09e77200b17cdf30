package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Webhooks for people: the chosen fields of each. */
record Rows(List<Webhook> webhooks, List<Field> fields, boolean utc) {
  /** A line for each, with tabs between the fields. */
  void printLines() {
    webhooks.forEach(webhook -> System.out.println(String.join("\t", cells(webhook))));
  }

  /** A row for each below headings; where that is too wide, as {@link #printRecords}. */
  void printTable(Terminal terminal) {
    if (webhooks.isEmpty()) {
      terminal.tell("The app has no webhooks.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(fields.stream().map(field -> heading(field).toUpperCase(Locale.ROOT)).toList());
    webhooks.forEach(
        webhook -> rows.add(fields.stream().map(field -> brief(field, webhook)).toList()));
    Table table = new Table(rows);
    if (table.fits(terminal.columns())) {
      table.print(terminal);
    } else {
      printRecords(terminal);
    }
  }

  /** A line for each field of each, and an empty line between two webhooks. */
  void printRecords(Terminal terminal) {
    List<List<String>> rows = new ArrayList<>();
    for (Webhook webhook : webhooks) {
      List<String> cells = cells(webhook);
      for (int i = 0; i < cells.size(); i++) {
        rows.add(List.of(heading(fields.get(i)), cells.get(i)));
      }
    }
    List<List<String>> lines = new Table(rows).lines(terminal.columns());
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0 && i % fields.size() == 0) {
        System.out.println();
      }
      lines.get(i).forEach(System.out::println);
    }
  }

  private List<String> cells(Webhook webhook) {
    return fields.stream().map(field -> field.text(webhook, utc)).toList();
  }

  /** In a table a word does for a list of nine. */
  private String brief(Field field, Webhook webhook) {
    boolean all =
        field == Field.EVENTS
            && !webhook.missingFields().contains("events")
            && webhook.events().containsAll(EventType.known());
    return all ? Events.ALL : field.text(webhook, utc);
  }

  private static String heading(Field field) {
    return field.toString().replace("_at", "");
  }
}

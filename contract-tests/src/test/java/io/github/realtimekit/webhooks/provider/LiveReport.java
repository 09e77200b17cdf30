package io.github.realtimekit.webhooks.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Outcome of each interaction with the live API. */
final class LiveReport {
  enum Outcome {
    AGREED("agreed"),
    PENDING("differs, pending"),
    DIFFERS("differs"),
    NOT_TRIED("not tried");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }
  }

  private record Row(Outcome outcome, String interaction, String detail) {}

  private final List<Row> rows = new ArrayList<>();

  void add(Outcome outcome, String interaction, String detail) {
    rows.add(new Row(outcome, interaction, detail));
  }

  /** Adds an outcome for an interaction that has none. */
  void addIfMissing(Outcome outcome, String interaction, String detail) {
    if (rows.stream().noneMatch(row -> row.interaction().equals(interaction))) {
      add(outcome, interaction, detail);
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# The contract against the live API\n\n");
    for (Outcome outcome : Outcome.values()) {
      List<Row> those = rows.stream().filter(row -> row.outcome() == outcome).toList();
      text.append("## ").append(those.size()).append(' ').append(outcome.text).append("\n\n");
      those.forEach(
          row ->
              text.append("- ")
                  .append(row.interaction())
                  .append(row.detail().isEmpty() ? "" : ": " + row.detail())
                  .append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  /** Writes to the file, unless nothing ran. */
  void publish(Path file) throws IOException {
    if (!rows.isEmpty()) {
      Files.writeString(file, markdown());
    }
  }
}

package io.github.realtimekit.webhooks.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the live API made of each interaction. */
final class LiveReport {
  enum Outcome {
    AGREED("agreed"),
    KNOWN("differs as known"),
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

  /** For an interaction that came to no outcome of its own. */
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

  /** To the file, and for whoever looks at the build's output; nothing if nothing ran. */
  void publish(Path file) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    Files.writeString(file, markdown());
    Stream.of(markdown().split("\n")).filter(line -> !line.isEmpty()).forEach(System.out::println);
  }
}

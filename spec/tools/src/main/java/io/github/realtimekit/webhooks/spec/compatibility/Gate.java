package io.github.realtimekit.webhooks.spec.compatibility;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Verdict.Level;
import io.github.realtimekit.webhooks.spec.report.Page;
import io.github.realtimekit.webhooks.spec.report.Page.Cell;
import io.github.realtimekit.webhooks.spec.report.Page.Figure;
import io.github.realtimekit.webhooks.spec.report.Page.Table;
import io.github.realtimekit.webhooks.spec.report.Page.Tone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks that the version of a spec says how much it differs from the released one. */
public record Gate(Version released, Version ours, Level level, List<Change> changes) {
  public static Gate between(Spec released, Spec ours) {
    List<Change> changes = new ArrayList<>();
    Comparison.of(released, ours)
        .forEach(
            (difference, operations) ->
                changes.add(new Change(difference, operations, Verdict.of(difference))));
    changes.sort(Comparator.comparing(Change::level).reversed());
    Level level =
        changes.stream()
            .map(Change::level)
            .max(Comparator.naturalOrder())
            .orElse(released.text().equals(ours.text()) ? Level.NONE : Level.TEXT);
    return new Gate(
        Version.of(released.version()), Version.of(ours.version()), level, List.copyOf(changes));
  }

  /** Returns the page of a spec that no release binds yet. */
  static Page beforeFirstRelease() {
    return new Page("Spec changes", "Nothing is released yet.", List.of(), List.of());
  }

  Version least() {
    return released.next(level);
  }

  public boolean opens() {
    return ours.compareTo(least()) >= 0;
  }

  public String message() {
    StringBuilder message = new StringBuilder();
    message.append(
        opens()
            ? "Version %s may follow %s.%n".formatted(ours, released)
            : "Version %s is too low for the changes since %s: set info.version to %s or higher, or undo them.%n"
                .formatted(ours, released, least()));
    if (level == Level.TEXT) {
      String what = changes.isEmpty() ? "only texts" : "only texts and orders";
      message.append("TEXT: %s changed, which breaks nobody.%n".formatted(what));
    }
    for (Change change : changes) {
      message.append("%s: %s (%s)%n".formatted(change.level(), change.what(), change.where()));
      if (change.level() == Level.BREAKING) {
        message.append("  breaks: %s%n  instead: %s%n".formatted(change.whom(), change.instead()));
      } else if (change.verdict().note() != null) {
        message.append("  note: %s%n".formatted(change.verdict().note()));
      }
    }
    return message.toString();
  }

  Page page(Path releasedFile) {
    List<List<Cell>> rows =
        changes.stream()
            .map(
                change ->
                    List.of(
                        new Cell(change.level().name(), tone(change.level())),
                        Cell.of(change.what()),
                        Cell.of(change.where()),
                        Cell.of(change.whom()),
                        Cell.of(change.instead())))
            .toList();
    return new Page(
        "Spec changes since " + released,
        message().lines().findFirst().orElseThrow(),
        List.of(
            new Figure("breaking", count(Level.BREAKING), breaking() ? Tone.BAD : Tone.GOOD),
            new Figure("added", count(Level.ADDITION), Tone.PLAIN)),
        List.of(
            new Table(
                "Changes since " + releasedFile,
                List.of(
                    "Size", "What changed", "Operations", "Whom it breaks", "What to do instead"),
                rows,
                level == Level.NONE ? "None." : "Only texts, which breaks nobody.")));
  }

  private boolean breaking() {
    return level == Level.BREAKING;
  }

  private int count(Level level) {
    return (int) changes.stream().filter(change -> change.level() == level).count();
  }

  private static Tone tone(Level level) {
    return level == Level.BREAKING ? Tone.BAD : Tone.GOOD;
  }
}

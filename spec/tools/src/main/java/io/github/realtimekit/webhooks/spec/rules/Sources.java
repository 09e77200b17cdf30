package io.github.realtimekit.webhooks.spec.rules;

import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of SOURCES.md: exactly one for each fact of the YAML, and one for each thing that a text of
 * the YAML has to say.
 */
public record Sources(List<Row> rows) {
  /**
   * A row about a fact.
   *
   * @param verb {@code is} before the type of the fact, {@code says} before words that its
   *     description must have, or empty
   * @param claim what follows the verb
   * @param kind kind of source: {@code documented}, {@code observed}, {@code seen} or {@code
   *     assumed}
   */
  record Row(String fact, String verb, String claim, String kind) {
    boolean isAboutText() {
      return verb.equals("says");
    }
  }

  private static final String END_OF_FACTS = "\n## What the YAML does not say";
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `([^`]+)`(?: (is|says) `([^`]+)`)? \\| (documented|observed|seen|assumed) \\| [^|]+ \\|$");

  /** Reads SOURCES.md from the class path. */
  public static Sources load() {
    return of(markdown());
  }

  /** Returns the text of SOURCES.md, which is on the class path. */
  public static String markdown() {
    try (InputStream in = Sources.class.getResourceAsStream("/SOURCES.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sources of(String markdown) {
    List<Row> rows = new ArrayList<>();
    String tables = markdown.substring(0, markdown.indexOf(END_OF_FACTS));
    for (String line : tables.lines().filter(line -> line.startsWith("| `")).toList()) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        throw new IllegalArgumentException("SOURCES.md, not a row of three known cells: " + line);
      }
      String verb = Objects.requireNonNullElse(row.group(2), "");
      String claim = Objects.requireNonNullElse(row.group(3), "");
      rows.add(new Row(row.group(1), verb, claim, row.group(4)));
    }
    return new Sources(rows);
  }

  /** Returns a row for each fact without one, to be filled in. */
  public List<String> rowsToAdd(Spec spec) {
    return withoutRow(spec).stream().map("| %s | assumed | … |"::formatted).toList();
  }

  private List<String> withoutRow(Spec spec) {
    List<String> found = new ArrayList<>();
    for (Fact fact : Fact.of(spec)) {
      if (rows.stream().noneMatch(row -> !row.isAboutText() && row.fact().equals(fact.name()))) {
        String type = fact.type().isEmpty() ? "" : " is `" + fact.type() + "`";
        found.add("`" + fact.name() + "`" + type);
      }
    }
    return found;
  }

  List<String> differencesFrom(Spec spec) {
    List<String> found = new ArrayList<>();
    for (String fact : withoutRow(spec)) {
      found.add("SOURCES.md has no row for %s: add one with its source".formatted(fact));
    }
    found.addAll(falseRows(spec));
    return found;
  }

  /** Returns what is wrong about the rows that there are. */
  public List<String> falseRows(Spec spec) {
    Set<Fact> facts = Fact.of(spec);
    List<String> found = new ArrayList<>();
    facts.forEach(fact -> checkFact(fact, found));
    rows.forEach(row -> checkRow(row, facts, found));
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      if (!row.isAboutText() && !seen.add(row.fact())) {
        found.add("SOURCES.md has two rows for `%s`".formatted(row.fact()));
      }
    }
    return found;
  }

  private void checkFact(Fact fact, List<String> found) {
    List<Row> about =
        rows.stream().filter(row -> !row.isAboutText() && row.fact().equals(fact.name())).toList();
    if (!about.isEmpty() && about.stream().noneMatch(row -> row.claim().equals(fact.type()))) {
      Row row = about.get(0);
      found.add(
          "SOURCES.md has `%s` as `%s` (%s), the YAML as `%s`: change the YAML back, or the row and its source"
              .formatted(row.fact(), row.claim(), row.kind(), fact.type()));
    }
  }

  private static void checkRow(Row row, Set<Fact> facts, List<String> found) {
    List<Fact> meant = facts.stream().filter(fact -> fact.isCalled(row.fact())).toList();
    if (meant.isEmpty()) {
      found.add(
          "SOURCES.md has a row for `%s`, but the YAML does not have it".formatted(row.fact()));
    } else if (row.isAboutText() && meant.stream().noneMatch(fact -> fact.says(row.claim()))) {
      found.add(
          "The description of `%s` does not say `%s` (%s by SOURCES.md), but: %s. Change it back, or the row and its source"
              .formatted(row.fact(), row.claim(), row.kind(), meant.get(0).text()));
    }
  }
}

package io.github.realtimekit.webhooks.spec.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.tree.Walk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rows of SOURCES.md: exactly one for each fact of the YAML. */
public record Sources(List<Row> rows) {
  /** Says who says so: {@code documented}, {@code observed}, {@code seen} or {@code assumed}. */
  record Row(String fact, String kind) {}

  private static final String END_OF_FACTS = "\n## What the YAML does not say";
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| (documented|observed|seen|assumed) \\| [^|]+ \\|$");

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

  /** Returns the kind of a fact, empty if there is no row for it. */
  public String kind(String fact) {
    return rows.stream()
        .filter(row -> row.fact().equals(fact))
        .map(Row::kind)
        .findFirst()
        .orElse("");
  }

  static Sources of(String markdown) {
    List<Row> rows = new ArrayList<>();
    String tables = markdown.substring(0, markdown.indexOf(END_OF_FACTS));
    for (String line : tables.lines().filter(line -> line.startsWith("| `")).toList()) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        throw new IllegalArgumentException("SOURCES.md, not a row of three known cells: " + line);
      }
      rows.add(new Row(row.group(1), row.group(2)));
    }
    return new Sources(rows);
  }

  List<String> differencesFrom(Spec spec) {
    Set<String> said = factsOf(spec);
    List<String> facts = rows.stream().map(Row::fact).toList();
    List<String> found = new ArrayList<>();
    said.stream()
        .filter(fact -> !facts.contains(fact))
        .forEach(fact -> found.add("SOURCES.md has no row for `" + fact + "`: say who says so"));
    facts.stream()
        .filter(fact -> !said.contains(fact))
        .forEach(
            fact ->
                found.add(
                    "SOURCES.md has a row for `" + fact + "`, but the YAML does not have it"));
    Set<String> seen = new TreeSet<>();
    facts.stream()
        .filter(fact -> !seen.add(fact))
        .forEach(fact -> found.add("SOURCES.md has two rows for `" + fact + "`"));
    return found;
  }

  private static List<Operation> all(Spec spec) {
    return Stream.concat(spec.operations().stream(), spec.callbacks().stream()).toList();
  }

  static Set<String> factsOf(Spec spec) {
    Set<String> facts = new LinkedHashSet<>();
    spec.tree().path("servers").forEach(server -> facts.add(server.path("url").asText()));
    spec.tree()
        .at("/components/securitySchemes")
        .fieldNames()
        .forEachRemaining(scheme -> facts.add("security " + scheme));
    for (var operation : all(spec)) {
      facts.add(operation.path());
      facts.add(operation.id() + " = " + operation.key());
      for (JsonNode parameter : operation.parameters()) {
        facts.add(parameter.path("in").asText() + " " + parameter.path("name").asText());
      }
      for (var response : operation.responses().entrySet()) {
        facts.add(operation.id() + " " + response.getKey());
        for (var header : response.getValue().path("headers").properties()) {
          facts.add("response header " + header.getKey());
        }
      }
    }
    for (var schema : spec.schemas().entrySet()) {
      Walk.written(
          schema.getValue(),
          (pointer, node) -> {
            String field = schema.getKey() + pointer.replaceAll("/(properties/)?", ".");
            if (pointer.matches(".*/properties/[^/]+")) {
              facts.add(field);
            }
            if (node.has("default")) {
              facts.add(field + " default " + node.get("default").asText());
            }
            node.path("enum").forEach(value -> facts.add(field + " " + value.asText()));
          });
    }
    return facts;
  }
}

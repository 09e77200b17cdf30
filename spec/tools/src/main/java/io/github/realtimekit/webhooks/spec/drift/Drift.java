package io.github.realtimekit.webhooks.spec.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Comparison;
import io.github.realtimekit.webhooks.spec.compatibility.Difference;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Kind;
import io.github.realtimekit.webhooks.spec.report.Page;
import io.github.realtimekit.webhooks.spec.report.Page.Figure;
import io.github.realtimekit.webhooks.spec.report.Page.Table;
import io.github.realtimekit.webhooks.spec.report.Page.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Differences between the vendor's OpenAPI and our spec, for the operations that ours has. */
record Drift(
    Map<Difference, Set<String>> unknown,
    Map<KnownDifference, List<Difference>> known,
    List<KnownDifference> unseen) {
  /** Names of ours, which nothing at the vendor has to match. */
  private static final Set<Kind> OURS =
      Set.of(
          Kind.OPERATION_ID,
          Kind.NAME,
          Kind.ORDER,
          Kind.TAG,
          Kind.EXTENSION,
          Kind.SCHEMA,
          Kind.SCHEMA_NAME);

  static Drift between(Spec ours, Spec vendor, List<KnownDifference> reviewed) {
    Map<Difference, Set<String>> unknown = new LinkedHashMap<>();
    Map<KnownDifference, List<Difference>> known = new LinkedHashMap<>();
    List<KnownDifference> unseen = new ArrayList<>(reviewed);
    Comparison.of(ours, partOf(vendor, roots(ours)))
        .forEach(
            (difference, operations) -> {
              if (OURS.contains(difference.kind())) {
                return;
              }
              List<KnownDifference> fitting =
                  reviewed.stream().filter(k -> k.fits(line(difference))).toList();
              unseen.removeAll(fitting);
              if (fitting.isEmpty()) {
                unknown.put(difference, operations);
              } else {
                known.computeIfAbsent(fitting.get(0), k -> new ArrayList<>()).add(difference);
              }
            });
    return new Drift(unknown, known, unseen);
  }

  /** Name of a difference in SOURCES.md. */
  static String line(Difference difference) {
    String how =
        difference.before().isEmpty()
            ? "only at the vendor"
            : difference.after().isEmpty() ? "only here" : "differs";
    return difference.subject() + " " + how;
  }

  /** The paths below which our operations are, which are not below each other. */
  private static List<String> roots(Spec ours) {
    List<String> roots = new ArrayList<>();
    ours.operations().stream()
        .map(Operation::path)
        .sorted(Comparator.comparingInt(String::length))
        .filter(path -> roots.stream().noneMatch(root -> isBelow(path, root)))
        .forEach(roots::add);
    return roots;
  }

  private static boolean isBelow(String path, String root) {
    return unnamed(path).equals(unnamed(root)) || unnamed(path).startsWith(unnamed(root) + "/");
  }

  private static String unnamed(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  private static Spec partOf(Spec vendor, List<String> roots) {
    ObjectNode tree = vendor.tree().deepCopy();
    ObjectNode paths = (ObjectNode) tree.path("paths");
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    names.stream()
        .filter(path -> roots.stream().noneMatch(root -> isBelow(path, root)))
        .forEach(paths::remove);
    return Spec.of(tree);
  }

  Page page(String vendorFile) {
    return new Page(
        "Drift from the vendor's OpenAPI",
        unknown.isEmpty()
            ? "No new differences in " + vendorFile + "."
            : unknown.size() + " new differences in " + vendorFile + ".",
        List.of(
            new Figure("new", unknown.size(), unknown.isEmpty() ? Tone.GOOD : Tone.BAD),
            new Figure("known", known.size(), Tone.PLAIN),
            new Figure("gone", unseen.size(), unseen.isEmpty() ? Tone.PLAIN : Tone.WARN)),
        List.of(
            Table.of(
                "New differences",
                List.of("Difference", "Here", "At the vendor", "Operations"),
                unknown.entrySet().stream().map(Drift::row).toList(),
                "None."),
            Table.of(
                "Known differences, by SOURCES.md",
                List.of("Row", "Times", "Why"),
                known.entrySet().stream().map(Drift::knownRow).toList(),
                "None."),
            Table.of(
                "Known differences that are gone: remove the row from SOURCES.md",
                List.of("Row", "Why"),
                unseen.stream().map(each -> List.of(each.pattern(), each.why())).toList(),
                "None.")));
  }

  private static List<String> row(Map.Entry<Difference, Set<String>> entry) {
    Difference difference = entry.getKey();
    String operations = String.join(", ", entry.getValue());
    return List.of(line(difference), difference.before(), difference.after(), operations);
  }

  private static List<String> knownRow(Map.Entry<KnownDifference, List<Difference>> entry) {
    KnownDifference row = entry.getKey();
    return List.of(row.pattern(), String.valueOf(entry.getValue().size()), row.why());
  }
}

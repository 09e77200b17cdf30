package io.github.realtimekit.webhooks.spec.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Comparison;
import io.github.realtimekit.webhooks.spec.compatibility.Difference;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Kind;
import io.github.realtimekit.webhooks.spec.report.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the vendor's OpenAPI says of our operations otherwise than our spec does. */
record Drift(
    Map<Difference, Set<String>> unknown,
    Map<KnownDifference, List<Difference>> known,
    List<KnownDifference> unseen) {
  /** Names of ours, which nothing at the vendor has to match. */
  private static final Set<Kind> OURS =
      Set.of(Kind.OPERATION_ID, Kind.TAG, Kind.EXTENSION, Kind.SCHEMA_NAME);

  static Drift between(Spec ours, Spec vendor, List<KnownDifference> reviewed) {
    Map<Difference, Set<String>> unknown = new LinkedHashMap<>();
    Map<KnownDifference, List<Difference>> known = new LinkedHashMap<>();
    List<KnownDifference> unseen = new ArrayList<>(reviewed);
    Comparison.of(ours, partOf(vendor, root(ours)))
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

  /** What a difference is called in SOURCES.md. */
  static String line(Difference difference) {
    String how =
        difference.before().isEmpty()
            ? "only at the vendor"
            : difference.after().isEmpty() ? "only here" : "differs";
    return difference.subject() + " " + how;
  }

  /** The path below which all of our operations are. */
  private static String root(Spec ours) {
    return ours.operations().stream()
        .map(Operation::path)
        .min(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  private static Spec partOf(Spec vendor, String root) {
    ObjectNode tree = vendor.tree().deepCopy();
    ObjectNode paths = (ObjectNode) tree.path("paths");
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    names.stream()
        .filter(path -> !path.equals(root) && !path.startsWith(root + "/"))
        .forEach(paths::remove);
    return Spec.of(tree);
  }

  Page page(String vendorFile) {
    return new Page(
        "What the vendor's OpenAPI says otherwise",
        unknown.isEmpty()
            ? "Nothing new in " + vendorFile + "."
            : unknown.size() + " differences to look at in " + vendorFile + ".",
        List.of(
            new Page.Table(
                "To look at",
                List.of("Difference", "Here", "At the vendor", "Operations"),
                unknown.entrySet().stream()
                    .map(
                        entry ->
                            List.of(
                                line(entry.getKey()),
                                entry.getKey().before(),
                                entry.getKey().after(),
                                String.join(", ", entry.getValue())))
                    .toList(),
                "Nothing."),
            new Page.Table(
                "KnownDifference, by SOURCES.md",
                List.of("Row", "How often", "Why"),
                known.entrySet().stream()
                    .map(
                        entry ->
                            List.of(
                                entry.getKey().pattern(),
                                String.valueOf(entry.getValue().size()),
                                entry.getKey().why()))
                    .toList(),
                "Nothing."),
            new Page.Table(
                "KnownDifference, but no longer so: take the row out of SOURCES.md",
                List.of("Row", "Why"),
                unseen.stream().map(k -> List.of(k.pattern(), k.why())).toList(),
                "Nothing.")));
  }
}

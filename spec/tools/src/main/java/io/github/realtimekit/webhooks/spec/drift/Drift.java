package io.github.realtimekit.webhooks.spec.drift;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Differences between the vendor's OpenAPI and our spec, for the operations that ours has. */
record Drift(
    Map<Difference, Set<String>> unknown,
    Map<KnownDifference, List<Difference>> known,
    List<KnownDifference> unseen) {
  /** Kinds of names that are ours and need not match the vendor's. */
  private static final Set<Kind> OURS =
      Set.of(
          Kind.OPERATION_ID,
          Kind.NAME,
          Kind.ORDER,
          Kind.TAG,
          Kind.SCHEMA,
          Kind.SCHEMA_NAME,
          Kind.FIELD_ORDER,
          Kind.SIGNATURE);

  /** The vendor's extensions that affect callers: permissions of the token, and beta. */
  private static final Pattern FELT = Pattern.compile(".* x-(api-token-group|stability)");

  static Drift between(Spec ours, Spec vendor, List<KnownDifference> reviewed) {
    Map<Difference, Set<String>> unknown = new LinkedHashMap<>();
    Map<KnownDifference, List<Difference>> known = new LinkedHashMap<>();
    List<KnownDifference> unseen = new ArrayList<>(reviewed);
    Comparison.of(ours, partOf(vendor, ours))
        .forEach(
            (difference, operations) -> {
              if (isOfNames(difference)) {
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

  private static boolean isOfNames(Difference difference) {
    return difference.kind() == Kind.EXTENSION
        ? !FELT.matcher(difference.where()).matches()
        : OURS.contains(difference.kind());
  }

  /** Returns the name of a difference in SOURCES.md; that of an extension has its value. */
  static String line(Difference difference) {
    String how =
        difference.before().isEmpty()
            ? "only at the vendor"
            : difference.after().isEmpty() ? "only here" : "differs";
    String value = difference.kind() == Kind.EXTENSION ? difference.after() + " " : "";
    return difference.subject() + " " + value + how;
  }

  /** Returns the vendor's document with the operations of our resources only. */
  private static Spec partOf(Spec vendor, Spec ours) {
    Set<List<String>> resources =
        ours.operations().stream().map(Drift::fixedSegments).collect(toSet());
    Set<List<String>> products =
        resources.stream().map(each -> each.subList(0, each.size() - 1)).collect(toSet());
    Set<String> tags =
        vendor.operations().stream()
            .filter(operation -> isBelow(resources, operation))
            .flatMap(Drift::tags)
            .collect(toSet());
    ObjectNode tree = vendor.tree().deepCopy();
    for (Operation operation : vendor.operations()) {
      boolean elsewhere = isBelow(products, operation) && tags(operation).anyMatch(tags::contains);
      if (!elsewhere && !isBelow(resources, operation)) {
        String method = operation.method().toLowerCase(Locale.ROOT);
        ((ObjectNode) tree.path("paths").path(operation.path())).remove(method);
      }
    }
    return Spec.of(tree);
  }

  private static boolean isBelow(Set<List<String>> roots, Operation operation) {
    List<String> segments = fixedSegments(operation);
    return roots.stream()
        .anyMatch(
            root ->
                root.size() <= segments.size() && segments.subList(0, root.size()).equals(root));
  }

  private static List<String> fixedSegments(Operation operation) {
    return Stream.of(operation.path().split("/")).filter(each -> !each.startsWith("{")).toList();
  }

  private static Stream<String> tags(Operation operation) {
    JsonNode tags = operation.node().path("tags");
    return StreamSupport.stream(tags.spliterator(), false).map(JsonNode::asText);
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

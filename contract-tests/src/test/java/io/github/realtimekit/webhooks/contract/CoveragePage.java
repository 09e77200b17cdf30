package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.report.Page;
import io.github.realtimekit.webhooks.spec.report.Page.Cell;
import io.github.realtimekit.webhooks.spec.report.Page.Detail;
import io.github.realtimekit.webhooks.spec.report.Page.Details;
import io.github.realtimekit.webhooks.spec.report.Page.Figure;
import io.github.realtimekit.webhooks.spec.report.Page.Part;
import io.github.realtimekit.webhooks.spec.report.Page.Side;
import io.github.realtimekit.webhooks.spec.report.Page.Table;
import io.github.realtimekit.webhooks.spec.report.Page.Tone;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the coverage: operations against status codes, and behind each cell its interactions. */
record CoveragePage(Coverage coverage, DeliveryCoverage deliveries, Sources sources) {
  Page page() {
    List<String> gaps =
        Stream.concat(coverage.gaps().stream(), deliveries.gaps().stream()).toList();
    List<Operation> operations = coverage.promises().spec().operations();
    int statuses = operations.stream().mapToInt(each -> each.responses().size()).sum();
    return new Page(
        "Contract coverage",
        "Each operation against each status code that the spec gives it, with who says so:"
            + " documented by the vendor, observed on the live API by others, or assumed by us."
            + " A cell names its interactions; follow one to see request and response.",
        List.of(
            new Figure("operations", operations.size(), Tone.PLAIN),
            new Figure("operations × status codes", statuses, Tone.PLAIN),
            new Figure("interactions", coverage.contract().size(), Tone.PLAIN),
            new Figure("messages", deliveries.messages().size(), Tone.PLAIN),
            new Figure("gaps", gaps.size(), gaps.isEmpty() ? Tone.GOOD : Tone.BAD)),
        List.of(
            Table.of("Gaps", List.of("Gap"), gaps.stream().map(List::of).toList(), "None."),
            new Table(
                "Interactions by operation and status code",
                head(),
                operations.stream().map(this::row).toList(),
                "The spec has no operations.",
                true),
            Table.of(
                "Delivered events",
                List.of("Event", "Message"),
                deliveries.messages().stream()
                    .map(each -> List.of(each.path("event").asText(), each.toString()))
                    .toList(),
                "None."),
            Table.of(
                "Documented, but not read by the client",
                List.of("Field", "Reason"),
                Stream.of(Unread.values()).map(each -> List.of(each.field, each.reason)).toList(),
                "None."),
            new Details(
                "Interactions",
                coverage.contract().stream()
                    .sorted(Comparator.comparing(Interaction::description))
                    .map(CoveragePage::detail)
                    .toList())));
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of("Operation"));
    coverage.statuses().forEach(status -> head.add(status.toString()));
    return head;
  }

  private List<Cell> row(Operation operation) {
    Part summary = new Part(operation.node().path("summary").asText(), Tone.SOFT, "");
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(List.of(Part.of(operation.id()), summary)));
    coverage.statuses().forEach(status -> cells.add(cell(operation, status)));
    return cells;
  }

  private Cell cell(Operation operation, int status) {
    if (!coverage.promises().statuses(operation).contains(status)) {
      return Cell.of("·", Tone.SOFT);
    }
    String kind = sources.kind(operation.id() + " " + status);
    List<Part> parts = new ArrayList<>();
    coverage.of(operation, status).forEach(interaction -> parts.add(link(interaction)));
    if (parts.isEmpty()) {
      parts.add(new Part("no interaction", Tone.BAD, ""));
    }
    parts.add(new Part(kind, kind.equals("documented") ? Tone.SOFT : Tone.WARN, ""));
    return new Cell(parts);
  }

  private static Part link(Interaction interaction) {
    String detail = interaction.description().replaceFirst("^[^,]*, ", "");
    return new Part(detail, Tone.GOOD, interaction.description());
  }

  private static Detail detail(Interaction interaction) {
    String request = interaction.method() + " " + interaction.path() + "\n";
    return new Detail(
        interaction.description(),
        "given " + String.join(", ", interaction.states()),
        List.of(
            new Side(
                "The client sends", request + part(interaction.sentHeaders(), interaction.sent())),
            new Side(
                "The client reads",
                interaction.status()
                    + "\n"
                    + part(interaction.readHeaders(), interaction.read()))));
  }

  private static String part(JsonNode headers, JsonNode body) {
    String lines =
        headers.properties().stream()
            .map(header -> header.getKey() + ": " + header.getValue().path(0).asText())
            .collect(Collectors.joining("\n"));
    return body.isMissingNode() ? lines : lines + "\n\n" + body.toPrettyString();
  }
}

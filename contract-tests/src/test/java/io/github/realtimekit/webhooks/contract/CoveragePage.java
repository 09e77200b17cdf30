package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The coverage as a page for a browser: the matrix, and behind each cell its interactions. */
record CoveragePage(Coverage coverage) {
  String text() throws IOException {
    List<String> gaps = coverage.gaps();
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>What the contract covers</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>What the contract covers</h1>
        <p class="lead">Each operation of the RealtimeKit webhooks against each status that the spec gives it.
        A cell names its interactions; follow one to see request and answer.</p>
        <div class="figures">
        <div><b>%d</b><span>operations</span></div>
        <div><b>%d</b><span>operations × statuses</span></div>
        <div><b>%d</b><span>interactions</span></div>
        <div class="%s"><b>%d</b><span>gaps</span></div>
        </div>
        %s<div class="scroll">
        <table class="matrix">
        <thead><tr><th>Operation</th>%s</tr></thead>
        <tbody>
        %s
        </tbody>
        </table>
        </div>
        <h2>Documented, and not read by the client</h2>
        <div class="scroll">
        <table>
        <thead><tr><th>Field</th><th>Why not</th></tr></thead>
        <tbody>
        %s
        </tbody>
        </table>
        </div>
        <h2>The interactions</h2>
        %s
        <script>
        const open = () => document.getElementById(location.hash.slice(1))?.setAttribute('open', '');
        addEventListener('hashchange', open);
        open();
        </script>
        </body>
        </html>
        """
        .formatted(
            css(),
            operations().size(),
            operations().stream().mapToInt(each -> coverage.promises().statuses(each).size()).sum(),
            coverage.contract().size(),
            gaps.isEmpty() ? "good" : "bad",
            gaps.size(),
            gaps.isEmpty() ? "" : "<ul class=\"gaps\">" + lines(gaps, this::gap) + "</ul>\n",
            lines(coverage.statuses(), status -> "<th>" + status + "</th>"),
            lines(operations(), this::row),
            lines(List.of(Unread.values()), this::unread),
            lines(
                coverage.contract().stream()
                    .sorted(Comparator.comparing(Interaction::description))
                    .toList(),
                this::details));
  }

  private List<Operation> operations() {
    return coverage.promises().spec().operations();
  }

  private String row(Operation operation) {
    return "<tr><th><code>%s</code><small>%s</small></th>%s</tr>"
        .formatted(
            escape(operation.id()),
            escape(operation.node().path("summary").asText()),
            lines(coverage.statuses(), status -> cell(operation, status)));
  }

  private String cell(Operation operation, int status) {
    if (!coverage.promises().statuses(operation).contains(status)) {
      return "<td class=\"none\" title=\"not in the spec\">·</td>";
    }
    List<Interaction> interactions = coverage.of(operation, status);
    return interactions.isEmpty()
        ? "<td class=\"gap\"><span>no interaction</span></td>"
        : "<td>" + lines(interactions, this::link) + "</td>";
  }

  private String link(Interaction interaction) {
    String detail = interaction.description().replaceFirst("^[^,]*, ", "");
    return "<a href=\"#%s\">%s</a>".formatted(anchor(interaction), escape(detail));
  }

  private String gap(String gap) {
    return "<li>" + escape(gap) + "</li>";
  }

  private String unread(Unread unread) {
    return "<tr><td><code>%s</code></td><td>%s</td></tr>"
        .formatted(escape(unread.field), escape(unread.reason));
  }

  private String details(Interaction interaction) {
    return """
        <details id="%s">
        <summary>%s <span class="given">given %s</span></summary>
        <div class="sides">
        <div><h3>The client sends</h3><pre class="mono">%s</pre></div>
        <div><h3>The client reads</h3><pre class="mono">%s</pre></div>
        </div>
        </details>"""
        .formatted(
            anchor(interaction),
            escape(interaction.description()),
            escape(String.join(", ", interaction.states())),
            escape(
                interaction.method()
                    + " "
                    + interaction.path()
                    + "\n"
                    + part(interaction.sentHeaders(), interaction.sent())),
            escape(
                interaction.status() + "\n" + part(interaction.readHeaders(), interaction.read())));
  }

  private static String part(JsonNode headers, JsonNode body) {
    String lines =
        headers.properties().stream()
            .map(header -> header.getKey() + ": " + header.getValue().path(0).asText())
            .collect(Collectors.joining("\n"));
    return body.isMissingNode() ? lines : lines + "\n\n" + body.toPrettyString();
  }

  private static String anchor(Interaction interaction) {
    return interaction.description().replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static <T> String lines(Iterable<T> items, Function<T, String> each) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> text.append(text.isEmpty() ? "" : "\n").append(each.apply(item)));
    return text.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String css() throws IOException {
    try (InputStream css = CoveragePage.class.getResourceAsStream("coverage.css")) {
      return new String(
          Objects.requireNonNull(css, "coverage.css").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

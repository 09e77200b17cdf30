package io.github.realtimekit.webhooks.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.report.Page.Cell;
import io.github.realtimekit.webhooks.spec.report.Page.Figure;
import io.github.realtimekit.webhooks.spec.report.Page.Table;
import io.github.realtimekit.webhooks.spec.report.Page.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  private static final Page PAGE =
      new Page(
          "A & B",
          "Two tables.",
          List.of(new Figure("gaps", 2, Tone.BAD)),
          List.of(
              new Table(
                  "Full",
                  List.of("Size", "What"),
                  List.of(List.of(new Cell("BREAKING", Tone.BAD), Cell.of("List<Webhook> | a/b"))),
                  "Nothing."),
              Table.of("Empty", List.of("Size"), List.of(), "Nothing.")));

  @Test
  void writesMarkdown() {
    assertThat(PAGE.markdown())
        .isEqualTo(
            """
            # A & B

            Two tables.

            2 gaps

            ## Full

            | Size | What |
            |---|---|
            | BREAKING | List&lt;Webhook> \\| a/b |

            ## Empty

            Nothing.
            """);
  }

  @Test
  void writesHtml() {
    assertThat(PAGE.html())
        .contains(
            "<title>A &amp; B</title>",
            "<div class=\"bad\"><b>2</b><span>gaps</span></div>",
            "color-scheme: light dark;",
            "<th>Size</th>",
            "<th><span class=\"label bad\">BREAKING</span></th>",
            "<td>List&lt;Webhook&gt; | a/<wbr>b</td>",
            "<h2>Empty</h2>\n<p class=\"lead\">Nothing.</p>");
  }

  @Test
  void writesBothFilesIntoNewFolder(@TempDir Path folder) throws IOException {
    PAGE.write(folder.resolve("made").resolve("page"));
    assertThat(folder.resolve("made").resolve("page.md")).hasContent(PAGE.markdown());
    assertThat(Files.readString(folder.resolve("made").resolve("page.html")))
        .isEqualTo(PAGE.html());
  }
}

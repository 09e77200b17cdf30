package io.github.realtimekit.webhooks.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

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
          List.of(
              new Page.Table(
                  "Full",
                  List.of("Size", "What"),
                  List.of(List.of("BREAKING", "List<Webhook> | a/b")),
                  "Nothing."),
              new Page.Table("Empty", List.of("Size"), List.of(), "Nothing.")));

  @Test
  void markdown() {
    assertThat(PAGE.markdown())
        .isEqualTo(
            """
            # A & B

            Two tables.

            ## Full

            | Size | What |
            |---|---|
            | BREAKING | List&lt;Webhook> \\| a/b |

            ## Empty

            Nothing.
            """);
  }

  @Test
  void html() {
    assertThat(PAGE.html())
        .contains(
            "<title>A &amp; B</title>",
            "<tr class=\"BREAKING\"><td>BREAKING</td><td>List&lt;Webhook> | a/<wbr>b</td></tr>",
            "<h2>Empty</h2>\n<p>Nothing.</p>");
  }

  @Test
  void bothAreWritten(@TempDir Path folder) throws IOException {
    PAGE.write(folder.resolve("made").resolve("page"));
    assertThat(folder.resolve("made").resolve("page.md")).hasContent(PAGE.markdown());
    assertThat(Files.readString(folder.resolve("made").resolve("page.html")))
        .isEqualTo(PAGE.html());
  }
}

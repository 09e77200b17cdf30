package io.github.realtimekit.webhooks.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.report.Page.Cell;
import io.github.realtimekit.webhooks.spec.report.Page.Detail;
import io.github.realtimekit.webhooks.spec.report.Page.Details;
import io.github.realtimekit.webhooks.spec.report.Page.Figure;
import io.github.realtimekit.webhooks.spec.report.Page.Part;
import io.github.realtimekit.webhooks.spec.report.Page.Side;
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
                  List.of(
                      List.of(
                          Cell.of("BREAKING", Tone.BAD),
                          new Cell(
                              List.of(
                                  Part.of("List<Webhook> | a/b"),
                                  new Part("c 200", Tone.GOOD, "c 200, all"))))),
                  "Nothing.",
                  true),
              Table.of("Empty", List.of("Size"), List.of(), "Nothing."),
              new Details(
                  "More",
                  List.of(new Detail("c 200, all", "given d", List.of(new Side("Sent", "<x>")))))));

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
            | BREAKING | List&lt;Webhook> \\| a/b; c 200 |

            ## Empty

            Nothing.

            ## More

            - c 200, all (given d)
            """);
  }

  @Test
  void writesHtml() {
    assertThat(PAGE.html())
        .contains(
            "<title>A &amp; B</title>",
            "<div class=\"bad\"><b>2</b><span>gaps</span></div>",
            "color-scheme: light dark;",
            "<table class=\"matrix\">",
            "<th>Size</th>",
            "<th><span class=\"part bad\">BREAKING</span></th>",
            "<span class=\"part plain\">List&lt;Webhook&gt; | a/<wbr>b</span>",
            "<a class=\"part good\" href=\"#c-200-all\">c 200</a>",
            "<h2>Empty</h2>\n<p class=\"lead\">Nothing.</p>",
            "<details id=\"c-200-all\">",
            "<pre class=\"mono\">&lt;x&gt;</pre>");
  }

  @Test
  void writesBothFilesIntoNewFolder(@TempDir Path folder) throws IOException {
    PAGE.write(folder.resolve("made").resolve("page"));
    assertThat(folder.resolve("made").resolve("page.md")).hasContent(PAGE.markdown());
    assertThat(Files.readString(folder.resolve("made").resolve("page.html")))
        .isEqualTo(PAGE.html());
  }
}

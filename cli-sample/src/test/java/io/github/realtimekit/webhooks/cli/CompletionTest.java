package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candidates for what is typed. */
class CompletionTest {
  private final Cli cli = Cli.to("http://127.0.0.1:1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          li | list listen
          del | delete
          frob | ''
          list --out | --output
          list -q --out | --output
          list --output | --output
          list -o n | ndjson
          list --output= | --output=json --output=ndjson --output=table
          edit --event meeting.s | meeting.started meeting.summary
          edit --event meeting.ended,rec | meeting.ended,recording.statusUpdate
          edit --event=meeting.s | --event=meeting.started --event=meeting.summary
          edit --event=all,live | --event=all,livestreaming.statusUpdate
          edit --name meeting.s | ''
          list --fields id,cr | id,created_at
          completion f | fish
          """)
  void completesTheLastWord(String words, String candidates) {
    assertThat(complete(cli, words))
        .isEqualTo(candidates.isEmpty() ? List.of() : List.of(candidates.split(" ")));
  }

  private static List<String> complete(Cli cli, String words) {
    return cli.run("__complete -- " + words)
        .data()
        .lines()
        .map(line -> line.replaceFirst("\t.*", ""))
        .toList();
  }

  @Test
  void completesIdsWithTheirNames() {
    Cli sandbox = SharedSandbox.cli();
    String id = sandbox.create("Calls", "https://a.example");

    assertThat(sandbox.run("__complete -- get", id.substring(0, 4)).data())
        .isEqualTo(id + "\tCalls\n");
    assertThat(complete(sandbox.with("CLOUDFLARE_API_TOKEN", ""), "rm ")).isEmpty();
  }

  @Test
  void describesCommandsAndOptions() {
    assertThat(cli.run("__complete -- g").data()).isEqualTo("get\tShows one webhook\n");
    assertThat(cli.run("__complete -- list --wi").data())
        .isEqualTo("--wide\tPrint every cell of a table in full\n");
  }

  @Test
  void exits2ForAnotherShell() {
    assertThat(cli.run("completion tcsh").exits(2).err())
        .contains("expected one of [bash, zsh, fish] (case-insensitive) but was 'tcsh'");
  }
}

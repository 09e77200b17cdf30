package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candidates for what is typed, and the scripts by which installed shells ask for them. */
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
    Cli sandbox = SandboxProcess.cli();
    String id = sandbox.create("Calls", "https://a.example");

    assertThat(sandbox.run("__complete -- get", id.substring(0, 4)).data())
        .isEqualTo(id + "\tCalls\n");
    assertThat(complete(sandbox.without("CLOUDFLARE_API_TOKEN"), "rm ")).isEmpty();
  }

  @Test
  void describesCommandsAndOptions() {
    assertThat(cli.run("__complete -- g").data()).isEqualTo("get\tShows one webhook\n");
    assertThat(cli.run("__complete -- list --ut").data()).isEqualTo("--utc\tPrint times in UTC\n");
  }

  @Test
  void exits2ForAnotherShell() {
    assertThat(cli.run("completion tcsh").exits(2).err())
        .contains("expected one of [BASH, ZSH, FISH] (case-insensitive) but was 'tcsh'");
  }

  /** A shell, a program for it that loads the script and completes, and what that prints. */
  private record Shell(String name, List<String> command, List<String> printed) {
    boolean isInstalled() {
      return Stream.of(System.getenv("PATH").split(":"))
          .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
  }

  private static final String BASH =
      """
      source "$0"
      complete_line() { COMP_LINE=$1; COMP_POINT=${#1}; COMPREPLY=(); _rtk_webhooks; echo "${COMPREPLY[@]}"; }
      complete_line 'rtk-webhooks li'
      complete_line 'rtk-webhooks edit --event meeting.ended,meeting.s'
      complete_line 'rtk-webhooks edit --event=meeting.s'
      complete -p rtk-webhooks
      """;

  private static final String ZSH =
      """
      autoload -Uz compinit
      compinit -u -D
      source "$0"
      echo "${_comps[rtk-webhooks]}"
      compadd() { shift; echo "${(@P)1}"; }
      words=(rtk-webhooks edit --event meeting.ended,meeting.s); CURRENT=4; _rtk_webhooks
      """;

  private static final String FISH =
      """
      source $argv[1]
      complete -C 'rtk-webhooks l'
      complete -C 'rtk-webhooks edit --event meeting.ended,meeting.s'
      """;

  private static final String AFTER_COMMA = "meeting.ended,meeting.started";

  private static final List<Shell> SHELLS =
      List.of(
          new Shell(
              "bash",
              List.of("bash", "--norc", "-c", BASH),
              List.of(
                  "list listen\n",
                  AFTER_COMMA + " meeting.ended,meeting.summary\n",
                  "\nmeeting.started meeting.summary\n",
                  "-F _rtk_webhooks rtk-webhooks")),
          new Shell(
              "zsh", List.of("zsh", "-f", "-c", ZSH), List.of("_rtk_webhooks\n", AFTER_COMMA)),
          new Shell(
              "fish",
              List.of("fish", "--no-config", "-c", FISH),
              List.of("list\tLists the webhooks of the app\n", AFTER_COMMA)));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @TestFactory
  Stream<DynamicTest> installedShells() {
    return SHELLS.stream()
        .filter(Shell::isInstalled)
        .map(shell -> DynamicTest.dynamicTest(shell.name(), () -> completes(shell)));
  }

  private void completes(Shell shell) throws Exception {
    Path bin = Files.createDirectory(folder.resolve(shell.name()));
    Path script = bin.resolve("script");
    Files.writeString(script, cli.run("completion " + shell.name()).data());
    Path link = Files.createSymbolicLink(bin.resolve("rtk-webhooks"), ProcessRun.LAUNCHER);

    String out =
        ProcessRun.of(cli.environment())
            .with("PATH", bin + ":" + System.getenv("PATH"))
            .with("HOME", folder.toString())
            .run(shell.command(), script.toString())
            .data();
    assertThat(out).contains(shell.printed());
    // JUnit warns of links that lead out of the folder that it removes.
    Files.delete(link);
  }
}

package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The scripts by which the shells that are installed ask for candidates. */
class ShellCompletionIT {
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
      complete_line 'rtk-webhooks get '
      complete -p rtk-webhooks
      """;

  private static final String ZSH =
      """
      autoload -Uz compinit
      compinit -u -D
      source "$0"
      echo "${_comps[rtk-webhooks]}"
      compadd() { echo "${(@P)3}"; echo "${(@P)5}"; }
      words=(rtk-webhooks edit --event meeting.ended,meeting.s); CURRENT=4; _rtk_webhooks
      words=(rtk-webhooks get ''); CURRENT=3; _rtk_webhooks
      """;

  private static final String FISH =
      """
      source $argv[1]
      complete -C 'rtk-webhooks l'
      complete -C 'rtk-webhooks edit --event meeting.ended,meeting.s'
      complete -C 'rtk-webhooks get '
      cd (dirname $argv[1])
      complete -C 'rtk-webhooks apply --file scr'
      """;

  private static final String AFTER_COMMA = "meeting.ended,meeting.started";

  private static final Cli CLI = SharedSandbox.cli();
  private static final List<String> IDS =
      Stream.of(
              CLI.create("Name", "https://a.example/1"), CLI.create("Name", "https://a.example/2"))
          .sorted()
          .toList();

  private static final List<Shell> SHELLS =
      List.of(
          new Shell(
              "bash",
              List.of("bash", "--norc", "-c", BASH),
              List.of(
                  "list listen\n",
                  AFTER_COMMA + " meeting.ended,meeting.summary\n",
                  "\nmeeting.started meeting.summary\n",
                  IDS.get(0) + "  Name " + IDS.get(1) + "  Name\n",
                  "-F _rtk_webhooks rtk-webhooks")),
          new Shell(
              "zsh",
              List.of("zsh", "-f", "-c", ZSH),
              List.of("_rtk_webhooks\n", AFTER_COMMA, IDS.get(0) + "  Name")),
          new Shell(
              "fish",
              List.of("fish", "--no-config", "-c", FISH),
              List.of(
                  "list\tLists the webhooks of the app\n",
                  AFTER_COMMA,
                  IDS.get(1) + "\tName\n",
                  "script\n")));

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
    Files.writeString(script, CLI.run("completion " + shell.name()).data());
    Path link = Files.createSymbolicLink(bin.resolve("rtk-webhooks"), ProcessRun.LAUNCHER);

    String out =
        ProcessRun.of(CLI.environment())
            .with("PATH", bin + ":" + System.getenv("PATH"))
            .with("HOME", folder.toString())
            .run(shell.command(), script.toString())
            .data();
    assertThat(out).contains(shell.printed());
    // JUnit warns of links that lead out of the folder that it removes.
    Files.delete(link);
  }
}

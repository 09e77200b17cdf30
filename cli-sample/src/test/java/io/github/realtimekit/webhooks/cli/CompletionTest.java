package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The scripts say what shells need, and those shells that are here take them and complete. */
class CompletionTest {
  /** A shell, and a program for it that reads the script and shows completions. */
  private record Shell(String name, List<String> command, List<String> shown) {
    boolean isInstalled() {
      return Stream.of(System.getenv("PATH").split(":"))
          .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
  }

  private static final String BASH =
      """
      source "$0"
      complete_after() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _complete_rtk-webhooks; echo "${COMPREPLY[@]}"; }
      compopt() { :; }
      complete_after rtk-webhooks l
      complete_after rtk-webhooks list --out
      complete_after rtk-webhooks edit --event meeting.s
      complete -p rtk-webhooks
      """;

  private static final String ZSH =
      """
      autoload -Uz compinit
      compinit -u -D
      source "$0"
      echo "${_comps[rtk-webhooks]}"
      """;

  private static final String FISH =
      """
      source $argv[1]
      complete -C 'rtk-webhooks l'
      complete -C 'rtk-webhooks list --out'
      complete -C 'rtk-webhooks edit --event meeting.s'
      """;

  private static final List<Shell> SHELLS =
      List.of(
          new Shell(
              "bash",
              List.of("bash", "--norc", "-c", BASH),
              List.of(
                  "list\n", "--output\n", "meeting.started meeting.summary\n", "_complete_rtk-")),
          new Shell("zsh", List.of("zsh", "-f", "-c", ZSH), List.of("_complete_rtk-webhooks")),
          new Shell(
              "fish",
              List.of("fish", "--no-config", "-c", FISH),
              List.of(
                  "list\tShows all webhooks of the app\n",
                  "--output\ttable, json or ndjson\n",
                  "meeting.started\t",
                  "meeting.summary\t")));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Cli cli = Cli.to("http://127.0.0.1:1");

  @TestFactory
  Stream<DynamicTest> completes() {
    return SHELLS.stream()
        .filter(Shell::isInstalled)
        .map(shell -> DynamicTest.dynamicTest(shell.name(), () -> completes(shell)));
  }

  private void completes(Shell shell) throws IOException {
    Path script = folder.resolve("script");
    Files.writeString(script, cli.run("completion", shell.name()).data());

    Cli inShell =
        cli.with("HOME", folder.toString()).launcher(shell.command().toArray(String[]::new));
    assertThat(inShell.run(script.toString()).data()).contains(shell.shown());
  }

  @Test
  void fishGetsEveryOption() {
    assertThat(cli.run("completion", "fish").data())
        .startsWith("complete -c rtk-webhooks -f\n")
        .contains(
            "complete -c rtk-webhooks -n __fish_use_subcommand -a delete -d 'Deletes a webhook, and"
                + " shows what it was'\n",
            "complete -c rtk-webhooks -n '__fish_seen_subcommand_from list' -s q -l quiet -d ",
            "complete -c rtk-webhooks -n '__fish_seen_subcommand_from get' -l token-file -r -F -d ",
            "complete -c rtk-webhooks -n '__fish_seen_subcommand_from completion' -a 'bash zsh"
                + " fish'\n");
  }

  @Test
  void exit2ForAnotherShell() {
    assertThat(cli.run("completion", "fisch").exits(2).err())
        .contains("'fisch' is none of bash, zsh, fish. Did you mean fish?");
  }
}

package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    customSynopsis = "rtk-webhooks completion SHELL",
    description = "Prints the script that makes a shell complete commands, options and values.",
    footer = {
      "%nExamples, for the start-up file of the shell:",
      "  source <(rtk-webhooks completion bash)   # ~/.bashrc",
      "  source <(rtk-webhooks completion zsh)    # ~/.zshrc, after compinit",
      "  rtk-webhooks completion fish | source    # ~/.config/fish/config.fish"
    })
public final class CompletionCommand implements Callable<Integer> {
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell;

  private final Console console;

  /** Called by picocli. */
  public CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            CompletionCommand.class.getResourceAsStream("completion." + shell), "script")) {
      console.out().print(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    return ExitCode.DONE.value();
  }
}

package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.output.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Prints the script that makes a shell complete commands, options and values.",
    footer = {
      "%nExamples, for the start-up file of the shell:",
      "  source <(rtk-webhooks completion bash)   # ~/.bashrc",
      "  source <(rtk-webhooks completion zsh)    # ~/.zshrc, after compinit",
      "  rtk-webhooks completion fish | source    # ~/.config/fish/config.fish"
    })
public final class CompletionCommand implements Callable<Integer> {
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            CompletionCommand.class.getResourceAsStream("completion." + shell), "script")) {
      spec.commandLine().getOut().print(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    return ExitCode.DONE;
  }
}

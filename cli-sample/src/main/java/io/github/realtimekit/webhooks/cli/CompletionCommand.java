package io.github.realtimekit.webhooks.cli;

import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    sortOptions = false,
    customSynopsis = "rtk-webhooks completion SHELL",
    description = "Shows the script that makes a shell complete commands, options and values.",
    footer = {
      "%nExamples, to be put in the shell's start-up file:",
      "  source <(rtk-webhooks completion bash)   # ~/.bashrc",
      "  source <(rtk-webhooks completion zsh)    # ~/.zshrc, after compinit",
      "  rtk-webhooks completion fish | source    # ~/.config/fish/config.fish"
    })
final class CompletionCommand implements Runnable {
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    static final class Name implements ITypeConverter<Shell> {
      @Override
      public Shell convert(String typed) {
        return Nearest.parse(typed, List.of(values()));
      }
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "SHELL",
      converter = Shell.Name.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("NullAway.Init")
  private Shell shell;

  @Override
  public void run() {
    CommandLine above = spec.root().commandLine();
    // Picocli's script makes zsh read it as bash does.
    System.out.print(
        shell == Shell.FISH
            ? FishCompletion.script(above)
            : AutoComplete.bash(above.getCommandName(), above));
  }
}

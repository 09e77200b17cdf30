package io.github.realtimekit.webhooks.cli;

import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class CompletionCommand implements Runnable {
  static final String SUMMARY =
      "Shows the script that makes a shell complete commands, options and values.";

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

  private final PositionalParamSpec shell =
      PositionalParamSpec.builder()
          .index("0")
          .paramLabel("SHELL")
          .type(Shell.class)
          .converters(new Shell.Name())
          .required(true)
          .description("One of ${COMPLETION-CANDIDATES}.")
          .build();
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(shell);

  CommandSpec spec() {
    spec.usageMessage()
        .customSynopsis("rtk-webhooks completion SHELL")
        .description(SUMMARY)
        .footer(
            "%nExamples, to be put in the shell's start-up file:",
            "  source <(rtk-webhooks completion bash)   # ~/.bashrc",
            "  source <(rtk-webhooks completion zsh)    # ~/.zshrc, after compinit",
            "  rtk-webhooks completion fish | source    # ~/.config/fish/config.fish");
    return spec;
  }

  @Override
  public void run() {
    CommandLine above = spec.root().commandLine();
    // Picocli's script makes zsh read it as bash does.
    System.out.print(
        shell.getValue() == Shell.FISH
            ? FishCompletion.script(above)
            : AutoComplete.bash(above.getCommandName(), above));
  }
}

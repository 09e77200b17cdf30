package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.cli.output.Console;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --yes}, and the question that it replaces. */
public final class ConfirmationOptions {
  private static final Set<String> YES = Set.of("y", "yes");

  @Option(
      names = {"-y", "--yes", "--force"},
      description = "Do not ask for confirmation.")
  private boolean yes;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final Console console;

  /** Called by picocli. */
  public ConfirmationOptions(Console console) {
    this.console = console;
  }

  /** Returns whether there is no need to ask. */
  public boolean isGiven() {
    return yes;
  }

  /**
   * Checks that a question can be asked, or need not be.
   *
   * @throws ParameterException if neither is so
   */
  public void requireTerminalOrYes() {
    if (!yes && !(console.terminal().in() && console.terminal().err())) {
      throw new ParameterException(
          command.commandLine(), "There is no terminal to ask on: give --yes to confirm");
    }
  }

  /** Asks a question unless {@code --yes} is given; any reply but yes is a no. */
  public boolean confirm(String question) {
    if (yes) {
      return true;
    }
    @Nullable String reply = console.ask(question + " [y/N]");
    return reply != null && YES.contains(reply.strip().toLowerCase(Locale.ROOT));
  }
}

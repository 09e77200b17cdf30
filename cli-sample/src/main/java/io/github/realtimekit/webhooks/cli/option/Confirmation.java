package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.cli.output.Terminal;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --yes}, and the question that it replaces. */
public final class Confirmation {
  private static final Set<String> YES = Set.of("y", "yes");

  @Option(
      names = {"-y", "--yes", "--force"},
      description = "Do not ask for confirmation.")
  private boolean yes;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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
    if (!yes && !(Terminal.IN.isTerminal() && Terminal.ERR.isTerminal())) {
      throw new ParameterException(
          command.commandLine(), "There is no terminal to ask on: give --yes to confirm");
    }
  }

  /** Asks a question unless {@code --yes} is given; any reply but yes is a no. */
  public boolean confirm(String question) {
    if (yes) {
      return true;
    }
    command.commandLine().getOut().flush();
    PrintWriter err = command.commandLine().getErr();
    err.print(
        question.lines().map(TerminalText::printable).collect(Collectors.joining("\n"))
            + " [y/N] ");
    err.flush();
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      @Nullable String reply = in.readLine();
      return reply != null && YES.contains(reply.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

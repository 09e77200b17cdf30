package io.github.realtimekit.webhooks.cli.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/**
 * Streams, environment and terminal of one run. Data goes to {@link #out}, everything else to
 * {@link #err}.
 *
 * @param environment variables by name
 * @param localZone time zone for times on a terminal
 */
public record Console(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    ZoneId localZone) {

  /** Leaves out the environment, which holds the token: picocli traces its arguments. */
  @Override
  public String toString() {
    return "Console[" + terminal + "]";
  }

  /** Returns the value of an environment variable; empty if it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Returns the color scheme for standard output. */
  public ColorScheme outColors() {
    return colors(terminal.out());
  }

  /** Returns the color scheme for standard error. */
  public ColorScheme errColors() {
    return colors(terminal.err());
  }

  private ColorScheme colors(boolean onTerminal) {
    boolean wanted =
        variable("NO_COLOR").isEmpty()
            && !variable("CLICOLOR").equals("0")
            && !variable("TERM").equals("dumb");
    return new ColorScheme.Builder(
            picocli.CommandLine.Help.defaultColorScheme(onTerminal && wanted ? Ansi.ON : Ansi.OFF))
        .build();
  }

  /** Returns the time zone for times on standard output: UTC unless a person reads them. */
  public ZoneId zone() {
    return terminal.out() ? localZone : ZoneOffset.UTC;
  }

  /** Prints a line on standard error. */
  public void note(String text) {
    out.flush();
    err.println(TerminalText.printable(text));
  }

  /** Prints a line on standard error if a person reads it. */
  public void noteToPerson(String text) {
    if (terminal.err()) {
      note(text);
    }
  }

  /** Asks a printable question on the terminal and returns the reply; null at the end of input. */
  public @Nullable String ask(String question) {
    out.flush();
    err.print(question + " ");
    err.flush();
    try {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

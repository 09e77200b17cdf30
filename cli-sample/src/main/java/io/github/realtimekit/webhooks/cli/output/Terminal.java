package io.github.realtimekit.webhooks.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Tells which of the standard streams are a terminal, and how wide it is.
 *
 * @param in whether standard input is a terminal
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param columns its width; {@link Integer#MAX_VALUE} if standard output is not a terminal
 */
public record Terminal(boolean in, boolean out, boolean err, int columns) {
  private static final int NARROWEST = 40;

  /** Takes what the launcher found out, or looks for itself if there was no launcher. */
  public static Terminal detect() {
    String streams = System.getProperty("rtk.terminals", "");
    if (System.getProperty("rtk.terminals") != null) {
      return of(streams, System.getProperty("rtk.columns", ""));
    }
    boolean out = isTerminal(1);
    return new Terminal(isTerminal(0), out, isTerminal(2), out ? width() : Integer.MAX_VALUE);
  }

  /**
   * Reads the launcher's description.
   *
   * @param streams digits of the streams that are a terminal, such as {@code 012}
   * @param columns the width, such as {@code 80}; anything else stands for no width
   */
  public static Terminal of(String streams, String columns) {
    return new Terminal(
        streams.contains("0"), streams.contains("1"), streams.contains("2"), width(columns));
  }

  /** Takes no regular expression, which would be the first of a run and take a while. */
  private static int width(String columns) {
    try {
      int width = Integer.parseInt(columns);
      return width > 0 ? Math.max(NARROWEST, width) : Integer.MAX_VALUE;
    } catch (NumberFormatException unknown) {
      return Integer.MAX_VALUE;
    }
  }

  /** Java has nothing to ask about a single stream; Linux shows it as a link. */
  private static boolean isTerminal(int stream) {
    Path link = Path.of("/proc/self/fd/" + stream);
    if (!Files.isSymbolicLink(link)) {
      return hasConsole();
    }
    try {
      return Files.readSymbolicLink(link).toString().matches("/dev/(pts/|tty|console).*");
    } catch (IOException unreadable) {
      return false;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // With this property it is null again in Java 22 to 24.
  private static boolean hasConsole() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  private static int width() {
    return Math.max(NARROWEST, CommandSpec.create().usageMessage().autoWidth(true).width());
  }
}

package io.github.realtimekit.webhooks.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;

/** The standard streams of the process, as far as they are a terminal. */
public enum Terminal {
  IN(0),
  OUT(1),
  ERR(2);

  private final int descriptor;

  Terminal(int descriptor) {
    this.descriptor = descriptor;
  }

  /** Returns whether the stream is a terminal. */
  public boolean isTerminal() {
    // Java has no such method for a single stream; Linux has a link for each.
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      return Files.isSymbolicLink(link)
          ? Files.readSymbolicLink(link).toString().matches("/dev/(pts/|tty|console).*")
          : hasConsole();
    } catch (IOException unreadable) {
      return false;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // With this property it is null again in Java 22 to 24.
  private static boolean hasConsole() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /** Returns colors for the stream; none if it is not a terminal, or the environment says so. */
  public ColorScheme colors() {
    Map<String, String> environment = System.getenv();
    boolean wanted =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"0".equals(environment.get("CLICOLOR"))
            && !"dumb".equals(environment.get("TERM"));
    return Help.defaultColorScheme(wanted && isTerminal() ? Ansi.ON : Ansi.OFF);
  }

  /** Returns the width of standard output; {@link Integer#MAX_VALUE} if it is not a terminal. */
  public static int columns() {
    return OUT.isTerminal()
        ? CommandSpec.create().usageMessage().autoWidth(true).width()
        : Integer.MAX_VALUE;
  }

  /** Returns the zone for times on standard output: UTC unless a person reads them. */
  public static ZoneId zone() {
    return OUT.isTerminal() ? ZoneId.systemDefault() : ZoneOffset.UTC;
  }
}

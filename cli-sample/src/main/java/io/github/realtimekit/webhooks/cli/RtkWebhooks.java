package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.cli.option.EnvironmentDefaults;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.StandardOutput;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command that has all others below it. */
@Command(
    name = "rtk-webhooks",
    mixinStandardHelpOptions = true,
    versionProvider = RtkWebhooks.Version.class,
    sortOptions = false,
    customSynopsis = "rtk-webhooks COMMAND [OPTIONS]",
    description = "Manages the webhooks of a Cloudflare RealtimeKit app.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "%nEnvironment variables; options override them:",
      "  CLOUDFLARE_API_TOKEN   token with the permission Realtime or Realtime Admin",
      "  CLOUDFLARE_ACCOUNT_ID  account",
      "  REALTIMEKIT_APP_ID     app",
      "  CLOUDFLARE_BASE_URL    base URL of the API, if it is not Cloudflare's",
      "  HTTPS_PROXY, NO_PROXY  proxy, and the hosts to reach without it",
      "  NO_COLOR               any value switches colors off",
      "%nExamples:",
      "  rtk-webhooks list",
      "  rtk-webhooks create --name Calls --url https://example.com/hooks --event all",
      "  rtk-webhooks create --help"
    })
public final class RtkWebhooks {
  /** Runs the command line of this process, and exits. */
  public static void main(String[] args) {
    // No option takes a date or a time, and picocli would load converters for all kinds of them.
    System.setProperty("picocli.converters.excludes", "java.time.*");
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    Terminal terminal = Terminal.detect();
    Console console =
        new Console(
            System.getenv(),
            System.in,
            output.printStream(),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            terminal,
            // To load the zones takes a while.
            terminal.out() ? ZoneId.systemDefault() : ZoneOffset.UTC);
    int exitCode = run(console, args);
    console.out().flush();
    @Nullable IOException failure = output.failure();
    if (failure != null) {
      exitCode = ExitCode.FAILED.value();
      if (!output.isReaderGone()) {
        console.note("rtk-webhooks: cannot write to standard output: " + failure.getMessage());
      }
    }
    System.exit(exitCode);
  }

  /** Runs one command line and returns its exit code. */
  static int run(Console console, String... args) {
    CommandLine commandLine =
        Commands.commandLine(new ConsoleFactory(console), args)
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setDefaultValueProvider(new EnvironmentDefaults(console.environment()))
            .setColorScheme(console.outColors())
            .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
            .setExitCodeExceptionMapper(failure -> ExitCode.of(failure).value());
    ErrorReport report = new ErrorReport(console);
    commandLine.setParameterExceptionHandler(report).setExecutionExceptionHandler(report);
    HelpPages.configure(commandLine, console.terminal().columns());
    commandLine.setExecutionStrategy(HelpPages::execute);
    if (args.length == 0) {
      commandLine.usage(console.err());
      return ExitCode.USAGE.value();
    }
    for (String arg : args) {
      if (arg.indexOf('\ufffd') >= 0) {
        String message =
            "The argument '%s' lost a character on its way: use a UTF-8 locale, such as"
                + " LC_ALL=C.UTF-8";
        return report.handleParseException(
            new ParameterException(commandLine, message.formatted(arg)), args);
      }
    }
    return commandLine.execute(args);
  }

  /** Reads the version from the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = RtkWebhooks.class.getPackage().getImplementationVersion();
      return new String[] {"rtk-webhooks " + (version == null ? "(development)" : version)};
    }
  }
}

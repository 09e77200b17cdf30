package io.github.realtimekit.webhooks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command that has all others below it. */
final class RtkWebhooks implements Runnable {
  private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

  static {
    EXIT_CODES.put(" 0", "done");
    EXIT_CODES.put(" 1", "the API or something else failed");
    EXIT_CODES.put(" 2", "the command line is wrong, and nothing was sent");
    EXIT_CODES.put(" 4", "the token is not accepted, or may not do this");
    EXIT_CODES.put(" 5", "not found");
    EXIT_CODES.put(" 6", "conflict: another webhook has the URL");
    EXIT_CODES.put(" 7", "too many requests");
    EXIT_CODES.put(" 8", "no answer from the API");
  }

  private RtkWebhooks() {}

  public static void main(String[] args) {
    // Whatever the locale: JSON is UTF-8, and a name that turns into question marks is lost.
    Data data = new Data();
    System.setOut(data.printStream());
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    int exitCode = run(args);
    System.out.flush();
    if (data.failure() != null) {
      exitCode = 1;
      if (!data.isReaderGone()) {
        System.err.println("rtk-webhooks: cannot write to standard output: " + data.failure());
      }
    }
    System.exit(exitCode);
  }

  private static int run(String[] args) {
    CommandLine commandLine = commandLine(args);
    if (args.length == 0) {
      commandLine.usage(System.err);
      return ExitCode.USAGE;
    }
    return commandLine.execute(args);
  }

  @Override
  public void run() {
    throw new UsageException("A command is missing");
  }

  private static CommandLine commandLine(String[] args) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(new RtkWebhooks()).name("rtk-webhooks");
    spec.usageMessage()
        .description("Manages the webhooks of a Cloudflare RealtimeKit app.")
        .customSynopsis("rtk-webhooks [OPTIONS] COMMAND")
        .footer(
            "%nEnvironment; an option wins over it:",
            "  CLOUDFLARE_API_TOKEN   token; permission Realtime or Realtime Admin",
            "  CLOUDFLARE_ACCOUNT_ID  account",
            "  REALTIMEKIT_APP_ID     app",
            "  CLOUDFLARE_BASE_URL    where the API is, if not at Cloudflare",
            "%nExamples:",
            "  rtk-webhooks list",
            "  rtk-webhooks create --name Calls --url https://example.com/hooks --event all",
            "  rtk-webhooks create --help");
    for (Command command : Command.values()) {
      if (isNeeded(command, args)) {
        spec.addSubcommand(command.toString(), withWhatAllHave(command.spec()));
      }
    }
    CommandLine commandLine = new CommandLine(withWhatAllHave(spec));
    commandLine
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandsSection());
    EventsSection.addTo(commandLine);
    Complaints complaints = new Complaints();
    return commandLine
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  /** One that no argument names will not run. */
  private static boolean isNeeded(Command command, String[] args) {
    for (String arg : args) {
      if (arg.equals(command.toString()) || arg.equals("completion") || arg.startsWith("@")) {
        return true;
      }
    }
    return false;
  }

  private static CommandSpec withWhatAllHave(CommandSpec spec) {
    spec.usageMessage()
        .sortOptions(false)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(EXIT_CODES);
    return spec.versionProvider(new Version())
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = RtkWebhooks.class.getPackage().getImplementationVersion();
      return new String[] {"rtk-webhooks " + (version == null ? "(not from its jar)" : version)};
    }
  }
}

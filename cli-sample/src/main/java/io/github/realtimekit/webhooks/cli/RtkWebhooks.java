package io.github.realtimekit.webhooks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/** The command that has all others below it. */
@Command(
    name = "rtk-webhooks",
    description = "Manages the webhooks of a Cloudflare RealtimeKit app.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = RtkWebhooks.Version.class,
    abbreviateSynopsis = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done",
      " 1:the API or something else failed",
      " 2:the command line is wrong, and nothing was sent",
      " 4:the token is not accepted, or may not do this",
      " 5:not found",
      " 6:conflict: another webhook has the URL",
      " 7:too many requests",
      " 8:no answer from the API"
    },
    footer = {
      "%nEnvironment; an option wins over it:",
      "  CLOUDFLARE_API_TOKEN   token; permission Realtime or Realtime Admin",
      "  CLOUDFLARE_ACCOUNT_ID  account",
      "  REALTIMEKIT_APP_ID     app",
      "  CLOUDFLARE_BASE_URL    where the API is, if not at Cloudflare",
      "%nExamples:",
      "  rtk-webhooks list",
      "  rtk-webhooks create --name Calls --url https://example.com/hooks --event all",
      "  rtk-webhooks create --help"
    })
final class RtkWebhooks {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ListCommand.class,
          GetCommand.class,
          CreateCommand.class,
          ReplaceCommand.class,
          EditCommand.class,
          DeleteCommand.class,
          CompletionCommand.class);

  private RtkWebhooks() {}

  public static void main(String[] args) {
    // Whatever the locale: JSON is UTF-8, and a name that turns into question marks is lost.
    Data data = new Data();
    System.setOut(data.printStream());
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    int exitCode = commandLine(List.of(args)).execute(args);
    System.out.flush();
    if (data.failure() != null) {
      exitCode = 1;
      if (!data.isReaderGone()) {
        System.err.println("rtk-webhooks: cannot write to standard output: " + data.failure());
      }
    }
    System.exit(exitCode);
  }

  private static CommandLine commandLine(List<String> args) {
    Complaints complaints = new Complaints();
    CommandLine commandLine = new CommandLine(new RtkWebhooks());
    addCommands(commandLine, args);
    EventsSection.addTo(commandLine);
    return commandLine
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  /**
   * To find the options of all commands takes a fifth of a start. A command that the arguments do
   * not name will not run: its name and description are enough for the pages that list it.
   */
  private static void addCommands(CommandLine above, List<String> args) {
    boolean all =
        args.contains("completion") || args.stream().anyMatch(file -> file.startsWith("@"));
    for (Class<?> type : COMMANDS) {
      Command command = type.getAnnotation(Command.class);
      if (all || args.contains(command.name())) {
        above.addSubcommand(type);
      } else {
        CommandSpec named = CommandSpec.create().name(command.name());
        named.usageMessage().description(command.description());
        above.addSubcommand(command.name(), named);
      }
    }
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = RtkWebhooks.class.getPackage().getImplementationVersion();
      return new String[] {"rtk-webhooks " + (version == null ? "(not from its jar)" : version)};
    }
  }
}

package io.github.realtimekit.webhooks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
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
    subcommands = {
      ListCommand.class,
      GetCommand.class,
      CreateCommand.class,
      ReplaceCommand.class,
      EditCommand.class,
      DeleteCommand.class,
      CompletionCommand.class
    },
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
  private RtkWebhooks() {}

  public static void main(String[] args) {
    // Whatever the locale: JSON is UTF-8, and a name that turns into question marks is lost.
    Data data = new Data();
    System.setOut(data.printStream());
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    int exitCode = commandLine().execute(args);
    System.out.flush();
    if (data.failure() != null) {
      exitCode = 1;
      if (!data.isReaderGone()) {
        System.err.println("rtk-webhooks: cannot write to standard output: " + data.failure());
      }
    }
    System.exit(exitCode);
  }

  static CommandLine commandLine() {
    Complaints complaints = new Complaints();
    CommandLine commandLine = new CommandLine(new RtkWebhooks());
    EventsSection.addTo(commandLine);
    return commandLine
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = RtkWebhooks.class.getPackage().getImplementationVersion();
      return new String[] {"rtk-webhooks " + (version == null ? "(not from its jar)" : version)};
    }
  }
}

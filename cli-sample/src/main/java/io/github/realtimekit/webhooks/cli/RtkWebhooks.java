package io.github.realtimekit.webhooks.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING;

import io.github.realtimekit.webhooks.cli.command.ApplyCommand;
import io.github.realtimekit.webhooks.cli.command.CompleteCommand;
import io.github.realtimekit.webhooks.cli.command.CompletionCommand;
import io.github.realtimekit.webhooks.cli.command.CreateCommand;
import io.github.realtimekit.webhooks.cli.command.DeleteCommand;
import io.github.realtimekit.webhooks.cli.command.DiffCommand;
import io.github.realtimekit.webhooks.cli.command.EditCommand;
import io.github.realtimekit.webhooks.cli.command.EventsCommand;
import io.github.realtimekit.webhooks.cli.command.ExportCommand;
import io.github.realtimekit.webhooks.cli.command.GetCommand;
import io.github.realtimekit.webhooks.cli.command.ListCommand;
import io.github.realtimekit.webhooks.cli.command.ListenCommand;
import io.github.realtimekit.webhooks.cli.command.ReplaceCommand;
import io.github.realtimekit.webhooks.cli.command.TriggerCommand;
import io.github.realtimekit.webhooks.cli.command.VerifyCommand;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
    name = "rtk-webhooks",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = RtkWebhooks.Version.class,
    abbreviateSynopsis = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    description = "Manages the webhooks of a Cloudflare RealtimeKit app.",
    footer = {
      "%nExamples:",
      "  rtk-webhooks list",
      "  rtk-webhooks create --name Calls --url https://example.com/hooks --event all",
      "  rtk-webhooks create --help",
      "%nEnvironment variables; options override them:",
      "  CLOUDFLARE_API_TOKEN   token with the permission Realtime or Realtime Admin",
      "  CLOUDFLARE_ACCOUNT_ID  account",
      "  REALTIMEKIT_APP_ID     app",
      "  CLOUDFLARE_BASE_URL    base URL of the API, if it is not Cloudflare's",
      "  HTTPS_PROXY, NO_PROXY  proxy, and the hosts to reach without it",
      "  NO_COLOR               any value switches colors off",
      "%nExit codes:",
      "  0  done",
      "  1  the API or something else failed",
      "  2  the command line or a file is wrong; nothing was changed",
      "  3  diff found differences, or verify an invalid signature",
      "  4  the token is not accepted, or lacks the permission",
      "  5  not found",
      "  6  conflict: another webhook has the URL",
      "  7  too many requests",
      "  8  no response from the API, a receiver or the server of the key"
    },
    subcommands = {
      ListCommand.class,
      GetCommand.class,
      CreateCommand.class,
      ReplaceCommand.class,
      EditCommand.class,
      DeleteCommand.class,
      EventsCommand.class,
      ApplyCommand.class,
      DiffCommand.class,
      ExportCommand.class,
      ListenCommand.class,
      TriggerCommand.class,
      VerifyCommand.class,
      CompletionCommand.class,
      CompleteCommand.class,
      HelpCommand.class
    })
public final class RtkWebhooks implements Callable<Integer> {
  /** Sections of a help page that are ahead of parameters and options. */
  private static final List<String> FIRST =
      List.of(SECTION_KEY_COMMAND_LIST_HEADING, SECTION_KEY_COMMAND_LIST, SECTION_KEY_FOOTER);

  @Spec private CommandSpec spec;

  /** Runs the command line of this process, and exits. */
  public static void main(String[] args) {
    StandardOutput output = new StandardOutput();
    PrintWriter out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)), true);
    PrintWriter err =
        new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int exitCode = commandLine().setOut(out).setErr(err).execute(args);
    if (out.checkError()) {
      exitCode = ExitCode.FAILED;
      // The reader of a pipe is gone, as head is: that is no reason for a message.
      if (!"Broken pipe".equals(output.failure)) {
        err.println("rtk-webhooks: cannot write to standard output: " + output.failure);
      }
    }
    System.exit(exitCode);
  }

  static CommandLine commandLine() {
    Errors errors = new Errors();
    CommandLine commandLine =
        new CommandLine(new RtkWebhooks())
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setColorScheme(Terminal.OUT.colors())
            .setParameterExceptionHandler(errors)
            .setExecutionExceptionHandler(errors)
            .setExitCodeExceptionMapper(errors);
    List<String> sections = new ArrayList<>(commandLine.getHelpSectionKeys());
    sections.removeAll(FIRST);
    sections.addAll(sections.indexOf(SECTION_KEY_PARAMETER_LIST_HEADING), FIRST);
    commandLine.setHelpSectionKeys(sections);
    // Picocli would fold examples, and a folded one does something else when it is pasted.
    Map<String, IHelpSectionRenderer> renderers = commandLine.getHelpSectionMap();
    renderers.put(SECTION_KEY_FOOTER, RtkWebhooks::unfolded);
    return commandLine.setHelpSectionMap(renderers);
  }

  private static String unfolded(Help help) {
    return String.join("%n", help.commandSpec().usageMessage().footer()).formatted() + "\n";
  }

  /** Prints the help page, since there is no command to run. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }

  /** Reads the version from the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = RtkWebhooks.class.getPackage().getImplementationVersion();
      return new String[] {"rtk-webhooks " + (version == null ? "(development)" : version)};
    }
  }

  /** Remembers why writing failed, which a {@link PrintWriter} does not. */
  private static final class StandardOutput extends FileOutputStream {
    private @Nullable String failure;

    StandardOutput() {
      super(FileDescriptor.out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        super.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e.getMessage();
        throw e;
      }
    }
  }
}

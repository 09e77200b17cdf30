package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Parts that the help pages of all commands share. */
final class HelpPages {
  private static final String SECTION_EVENTS = "events";
  private static final int NARROWEST = 55;
  private static final int DEFAULT_WIDTH = 80;
  private static final int WIDEST = 120;

  private HelpPages() {}

  static void configure(CommandLine commandLine, int columns) {
    int width =
        columns == Integer.MAX_VALUE
            ? DEFAULT_WIDTH
            : Math.min(WIDEST, Math.max(NARROWEST, columns));
    commandLine.setUsageHelpWidth(width);
    configure(commandLine);
    Map<String, IHelpSectionRenderer> sections = commandLine.getHelpSectionMap();
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, HelpPages::commandsHeading);
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpPages::commands);
    for (CommandLine command : commandLine.getSubcommands().values()) {
      configure(command);
    }
  }

  private static void configure(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.descriptions());
    // Picocli would fold examples, and a folded one does something else when it is pasted.
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> unfolded(usage.footer()));
    List<String> keys = new ArrayList<>(command.getHelpSectionKeys());
    if (command.getCommandSpec().findOption("--event") != null && !keys.contains(SECTION_EVENTS)) {
      keys.add(keys.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), SECTION_EVENTS);
      command.setHelpSectionKeys(keys);
      command.getHelpSectionMap().put(SECTION_EVENTS, HelpPages::events);
    }
  }

  private static String commandsHeading(Help help) {
    return help.createHeading(help.commandSpec().usageMessage().commandListHeading());
  }

  private static String commands(Help help) {
    Map<String, Help> entries = new LinkedHashMap<>();
    for (CommandSpec command : Commands.entries()) {
      Help entry = new Help(command, help.colorScheme());
      entries.put(entry.commandNamesText(", ").plainString(), entry);
    }
    return help.commandList(entries);
  }

  private static String unfolded(String[] lines) {
    return String.join("\n", lines).replace("%n", "\n") + "\n";
  }

  private static String events(Help help) {
    StringBuilder section = new StringBuilder(help.createHeading("%nEvents:%n"));
    EventType.known().forEach(event -> section.append("  ").append(event).append('\n'));
    return section.append("  all: every one of these\n").toString();
  }

  /** Runs the command, or prints the help of the last one named, wherever {@code --help} stands. */
  static int execute(ParseResult result) {
    List<CommandLine> commands = result.asCommandLineList();
    CommandLine last = commands.get(commands.size() - 1);
    for (CommandLine command : commands) {
      if (command.isUsageHelpRequested()) {
        last.usage(last.getOut());
        return ExitCode.DONE.value();
      }
    }
    return new RunLast().execute(result);
  }
}

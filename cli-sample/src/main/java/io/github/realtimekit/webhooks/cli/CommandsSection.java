package io.github.realtimekit.webhooks.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/**
 * The part of the help page that lists the commands. Picocli's own needs all of their options,
 * which take a fifth of a start to make.
 */
final class CommandsSection implements IHelpSectionRenderer {
  private static final int INDENT = 2;

  @Override
  public String render(Help help) {
    int names = INDENT;
    for (Command command : Command.values()) {
      names = Math.max(names, INDENT + command.toString().length());
    }
    int width = help.commandSpec().usageMessage().width();
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(names, INDENT, Overflow.SPAN),
            new Column(width - names, INDENT, Overflow.WRAP));
    for (Command command : Command.values()) {
      table.addRowValues(command.toString(), command.summary());
    }
    return help.createHeading("%nCommands:%n") + table;
  }
}

package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.EventType;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The part of a help page that lists the events, one a line, so that they can be copied. */
final class EventsSection implements IHelpSectionRenderer {
  private static final String KEY = "events";

  /** Adds it to the pages of all commands below that have the option {@code --event}. */
  static void addTo(CommandLine above) {
    for (CommandLine command : above.getSubcommands().values()) {
      if (command.getCommandSpec().findOption("--event") != null) {
        List<String> keys = new ArrayList<>(command.getHelpSectionKeys());
        keys.add(keys.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), KEY);
        command.setHelpSectionKeys(keys);
        command.getHelpSectionMap().put(KEY, new EventsSection());
      }
    }
  }

  @Override
  public String render(Help help) {
    StringBuilder section = new StringBuilder(help.createHeading("%nEvents:%n"));
    for (EventType event : EventType.known()) {
      section.append("  ").append(event).append(System.lineSeparator());
    }
    return section.append("  all: every one of these").append(System.lineSeparator()).toString();
  }
}

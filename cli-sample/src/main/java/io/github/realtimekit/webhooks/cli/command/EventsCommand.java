package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "events",
    customSynopsis = "rtk-webhooks events [OPTIONS]",
    description = "Lists the events that the API offers to webhooks of the app.",
    footer = {"%nExample:", "  rtk-webhooks events"})
public final class EventsCommand implements Runnable {
  @Mixin private ConnectionOptions connection;

  private final Console console;

  /** Called by picocli. */
  public EventsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    try (WebhooksClient client = connection.open()) {
      for (EventType event : client.listEventTypes()) {
        console.out().println(TerminalText.printable(event.value()));
      }
    }
  }
}

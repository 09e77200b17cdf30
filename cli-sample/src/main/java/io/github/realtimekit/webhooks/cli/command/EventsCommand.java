package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Output.Format;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "events",
    description = {
      "Lists the event types that a webhook can subscribe to.",
      "Asks the API if token, account and app are given; else it lists those built into this"
          + " version."
    },
    footer = {"%nExamples:", "  rtk-webhooks events", "  rtk-webhooks events --offline -o json"})
public final class EventsCommand implements Runnable {
  @Option(names = "--offline", description = "List those built into this version.")
  private boolean offline;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; one event per line by default.")
  private @Nullable Format format;

  @Mixin private Connection connection;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<String> events = events().stream().map(EventType::value).toList();
    if (format == Format.json) {
      out.println(Json.indented(events));
    } else if (format == Format.ndjson) {
      events.forEach(event -> out.println(Json.oneLine(event)));
    } else {
      events.forEach(event -> out.println(TerminalText.printable(event)));
    }
  }

  private List<EventType> events() {
    if (offline || !connection.isConfigured()) {
      return EventType.known();
    }
    try (WebhooksClient client = connection.open()) {
      return client.listEventTypes();
    }
  }
}

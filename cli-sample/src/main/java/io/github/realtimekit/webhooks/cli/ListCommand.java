package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    sortOptions = false,
    customSynopsis = "rtk-webhooks list [OPTIONS]",
    description = "Shows all webhooks of the app.",
    footer = {
      "%nExamples:",
      "  rtk-webhooks list",
      "  rtk-webhooks list --fields id,url",
      "  rtk-webhooks list --output json"
    })
final class ListCommand implements Runnable {
  @ArgGroup(validate = false, heading = Output.HEADING)
  private final Output output = new Output();

  @ArgGroup(validate = false, heading = Connection.HEADING)
  private final Connection connection = new Connection();

  @Override
  public void run() {
    try (WebhooksClient client = connection.open()) {
      output.print(client.listWebhooks());
    }
  }
}

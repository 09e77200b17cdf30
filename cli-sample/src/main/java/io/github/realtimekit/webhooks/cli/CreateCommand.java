package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    sortOptions = false,
    customSynopsis = "rtk-webhooks create --name NAME --url URL --event EVENT [OPTIONS]",
    description = "Adds a webhook to the app, and shows it.",
    footer = {
      "%nExamples:",
      "  rtk-webhooks create --name Calls --url https://example.com/hooks --event all",
      "  rtk-webhooks create --name Recordings --url https://example.com/recordings \\",
      "      --event recording.statusUpdate,meeting.ended --disabled"
    })
final class CreateCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WholeWebhook webhook;

  @Option(names = "--dry-run", description = "Show what would be sent instead of sending it.")
  private boolean dryRun;

  @ArgGroup(validate = false, heading = Output.HEADING)
  private final Output output = new Output();

  @ArgGroup(validate = false, heading = Connection.HEADING)
  private final Connection connection = new Connection();

  @Override
  public void run() {
    WebhookRequest request = webhook.request();
    try (WebhooksClient client = connection.open()) {
      if (dryRun) {
        output.print(
            Preview.of(
                client.api().createWebhook(connection.account(), connection.app(), request), null));
      } else {
        output.print(client.createWebhook(request));
      }
    }
  }
}

package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "create",
    sortOptions = false,
    customSynopsis = "rtk-webhooks create --name NAME --url URL --event EVENT[,EVENT...] [OPTIONS]",
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

  @ArgGroup(validate = false, heading = Output.HEADING)
  private final Output output = new Output();

  @ArgGroup(validate = false, heading = Connection.HEADING)
  private final Connection connection = new Connection();

  @Override
  public void run() {
    WebhookRequest request = webhook.request();
    try (WebhooksClient client = connection.open()) {
      output.print(client.createWebhook(request));
    }
  }
}

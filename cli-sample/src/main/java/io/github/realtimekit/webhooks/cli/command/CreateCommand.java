package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Details;
import io.github.realtimekit.webhooks.cli.option.DryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    aliases = "new",
    description = {
      "Adds a webhook to the app and shows it.",
      "It needs --name, --url and --event."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks create --name Calls --url https://example.com/hooks --event all",
      "  rtk-webhooks create --name Recordings --url https://example.com/recordings \\",
      "      --event recording.statusUpdate,meeting.ended --disabled"
    })
public final class CreateCommand implements Runnable {
  @Mixin private Details details;

  @Option(names = "--disabled", description = "Create the webhook disabled.")
  private boolean disabled;

  @Mixin private DryRun dryRun;
  @Mixin private Connection connection;

  @Override
  public void run() {
    WebhookRequest request = details.request(!disabled);
    try (WebhooksClient client = connection.open(dryRun)) {
      dryRun.show(client.createWebhook(request), "Created");
    }
  }
}

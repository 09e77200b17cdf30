package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Converters;
import io.github.realtimekit.webhooks.cli.option.Details;
import io.github.realtimekit.webhooks.cli.option.DryRun;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replace",
    description = {
      "Replaces all details of a webhook and shows it.",
      "It needs --name, --url and --event, and enables the webhook unless --disabled is given. To"
          + " change some details only, use edit."
    },
    footer = {
      "%nExample:",
      "  rtk-webhooks replace 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --name Calls \\",
      "      --url https://example.com/hooks --event meeting.started,meeting.ended"
    })
public final class ReplaceCommand implements Runnable {
  @Parameters(
      paramLabel = "ID",
      converter = Converters.WebhookId.class,
      description = "Id of the webhook.")
  private UUID id;

  @Mixin private Details details;

  @Option(names = "--disabled", description = "Disable the webhook.")
  private boolean disabled;

  @Mixin private DryRun dryRun;
  @Mixin private Connection connection;

  @Override
  public void run() {
    WebhookRequest request = details.request(!disabled);
    try (WebhooksClient client = connection.open(dryRun)) {
      dryRun.showEdited(client, id, client.replaceWebhook(id, request), "Replaced");
    }
  }
}

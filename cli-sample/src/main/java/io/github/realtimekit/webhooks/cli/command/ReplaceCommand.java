package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.option.DryRunOptions;
import io.github.realtimekit.webhooks.cli.option.OutputOptions;
import io.github.realtimekit.webhooks.cli.option.WebhookIdConverter;
import io.github.realtimekit.webhooks.cli.option.WebhookOptions;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "replace",
    customSynopsis = "rtk-webhooks replace ID --name NAME --url URL --event EVENT [OPTIONS]",
    description = {
      "Replaces all details of a webhook and shows it.",
      "It is switched on unless --disabled is given. To change some details only, use edit."
    },
    footer = {
      "%nExample:",
      "  rtk-webhooks replace 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --name Calls \\",
      "      --url https://example.com/hooks --event meeting.started,meeting.ended"
    })
public final class ReplaceCommand implements Runnable {
  @Parameters(
      paramLabel = "ID",
      converter = WebhookIdConverter.class,
      description = "Id of the webhook.")
  private UUID id;

  @Mixin private WebhookOptions webhook;
  @Mixin private DryRunOptions dryRun;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public void run() {
    WebhookRequest request = webhook.request();
    try (WebhooksClient client = connection.open()) {
      if (dryRun.isGiven()) {
        dryRun.show(
            output,
            client
                .api()
                .replaceWebhook(connection.account(), connection.app(), id.toString(), request),
            id,
            dryRun.comparesWithCurrent() ? client.getWebhook(id) : null);
      } else {
        output.print(client, client.replaceWebhook(id, request));
        output.confirm("Replaced webhook " + id + ".");
      }
    }
  }
}

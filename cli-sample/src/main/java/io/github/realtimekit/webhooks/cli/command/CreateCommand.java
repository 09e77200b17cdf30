package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.option.DryRunOptions;
import io.github.realtimekit.webhooks.cli.option.OutputOptions;
import io.github.realtimekit.webhooks.cli.option.WebhookOptions;
import io.github.realtimekit.webhooks.cli.output.Field;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "create",
    aliases = "new",
    customSynopsis = "rtk-webhooks create --name NAME --url URL --event EVENT [OPTIONS]",
    description = "Adds a webhook to the app and shows it.",
    footer = {
      "%nExamples:",
      "  rtk-webhooks create --name Calls --url https://example.com/hooks --event all",
      "  rtk-webhooks create --name Recordings --url https://example.com/recordings \\",
      "      --event recording.statusUpdate,meeting.ended --disabled"
    })
public final class CreateCommand implements Runnable {
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
            client.api().createWebhook(connection.account(), connection.app(), request),
            null,
            null);
      } else {
        Webhook created = client.createWebhook(request);
        output.print(created);
        output.confirm("Created webhook " + Field.ID.text(created, ZoneOffset.UTC) + ".");
      }
    }
  }
}

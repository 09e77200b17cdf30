package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.option.DryRunOptions;
import io.github.realtimekit.webhooks.cli.option.OutputOptions;
import io.github.realtimekit.webhooks.cli.option.PatchOptions;
import io.github.realtimekit.webhooks.cli.option.WebhookIdConverter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    aliases = "update",
    customSynopsis = "rtk-webhooks edit ID [OPTIONS]",
    description = {
      "Changes the given details of a webhook, keeps the others, and shows it.",
      "The events given replace all that it had."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks edit 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --name Calls",
      "  rtk-webhooks edit 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --disable"
    })
public final class EditCommand implements Runnable {
  @Parameters(
      paramLabel = "ID",
      converter = WebhookIdConverter.class,
      description = "Id of the webhook.")
  private UUID id;

  @Mixin private PatchOptions changes;
  @Mixin private DryRunOptions dryRun;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public void run() {
    WebhookPatch patch = changes.patch();
    try (WebhooksClient client = connection.open()) {
      if (dryRun.isGiven()) {
        dryRun.show(
            output,
            client.api().editWebhook(connection.account(), connection.app(), id.toString(), patch),
            id,
            dryRun.comparesWithCurrent() ? client.getWebhook(id) : null);
      } else {
        output.print(client, client.editWebhook(id, patch));
        output.confirm("Changed webhook " + id + ".");
      }
    }
  }
}

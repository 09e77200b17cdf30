package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Converters;
import io.github.realtimekit.webhooks.cli.option.Details;
import io.github.realtimekit.webhooks.cli.option.DryRun;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "edit",
    aliases = "update",
    description = {
      "Changes the given details of a webhook, keeps the others, and shows it.",
      "The events given replace all that it had."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks edit 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --name Calls",
      "  rtk-webhooks edit 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --disable --dry-run"
    })
public final class EditCommand implements Runnable {
  @Parameters(
      paramLabel = "ID",
      converter = Converters.WebhookId.class,
      description = "Id of the webhook.")
  private UUID id;

  @Mixin private Details details;

  @Option(names = "--enable", description = "Enable the webhook.")
  private boolean enable;

  @Option(names = "--disable", description = "Disable the webhook.")
  private boolean disable;

  @Mixin private DryRun dryRun;
  @Mixin private Connection connection;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (enable && disable) {
      throw new ParameterException(spec.commandLine(), "Give --enable or --disable, not both");
    }
    WebhookPatch patch = details.patch((enable || disable) ? enable : null);
    try (WebhooksClient client = connection.open(dryRun)) {
      dryRun.showEdited(client, id, client.editWebhook(id, patch), "Changed");
    }
  }
}

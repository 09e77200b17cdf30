package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    sortOptions = false,
    customSynopsis = "rtk-webhooks edit ID [OPTIONS]",
    description = {
      "Changes what is given of a webhook, leaves the rest alone, and shows it.",
      "Events that are given take the place of all that it had."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks edit 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --name Calls",
      "  rtk-webhooks edit 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --disable"
    })
final class EditCommand implements Runnable {
  @Parameters(paramLabel = "ID", description = "Its id.", converter = WebhookId.class)
  @SuppressWarnings("NullAway.Init")
  private UUID id;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Changes changes;

  @Option(
      names = "--dry-run",
      description = "Show what would be sent and changed, and change nothing.")
  private boolean dryRun;

  @ArgGroup(validate = false, heading = Output.HEADING)
  private final Output output = new Output();

  @ArgGroup(validate = false, heading = Connection.HEADING)
  private final Connection connection = new Connection();

  @Override
  public void run() {
    WebhookPatch patch = changes.patch();
    try (WebhooksClient client = connection.open()) {
      if (dryRun) {
        output.print(
            Preview.of(
                client
                    .api()
                    .editWebhook(connection.account(), connection.app(), id.toString(), patch),
                client.getWebhook(id)));
      } else {
        output.print(Echo.whole(client.editWebhook(id, patch), id, client));
      }
    }
  }
}

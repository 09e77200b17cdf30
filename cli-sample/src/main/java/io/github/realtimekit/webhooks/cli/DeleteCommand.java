package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    sortOptions = false,
    customSynopsis = "rtk-webhooks delete ID [OPTIONS]",
    description = {
      "Deletes a webhook, and shows what it was.",
      "Asks before on a terminal; elsewhere it needs --force."
    },
    footer = {"%nExample:", "  rtk-webhooks delete 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --force"})
final class DeleteCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Its id.", converter = WebhookId.class)
  @SuppressWarnings("NullAway.Init")
  private UUID id;

  @Option(names = "--force", description = "Do not ask.")
  private boolean force;

  @Option(names = "--dry-run", description = "Show what would be sent instead of sending it.")
  private boolean dryRun;

  @ArgGroup(validate = false, heading = Output.HEADING)
  private final Output output = new Output();

  @ArgGroup(validate = false, heading = Connection.HEADING)
  private final Connection connection = new Connection();

  @Override
  public Integer call() {
    if (!force && !dryRun) {
      Confirmation.requireTerminal();
    }
    try (WebhooksClient client = connection.open()) {
      if (dryRun) {
        output.print(
            Preview.of(
                client.api().deleteWebhook(connection.account(), connection.app(), id.toString()),
                null));
      } else if (force || Confirmation.toDelete(client.getWebhook(id))) {
        output.print(client.deleteWebhook(id));
      } else {
        System.err.println("Not deleted.");
        return 1;
      }
    }
    return 0;
  }
}

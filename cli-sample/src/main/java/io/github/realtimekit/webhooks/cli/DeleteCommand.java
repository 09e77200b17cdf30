package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    sortOptions = false,
    customSynopsis = "rtk-webhooks delete ID [OPTIONS]",
    description = "Deletes a webhook, and shows what it was.",
    footer = {"%nExample:", "  rtk-webhooks delete 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --force"})
final class DeleteCommand implements Runnable {
  @Parameters(paramLabel = "ID", description = "Its id.", converter = WebhookId.class)
  @SuppressWarnings("NullAway.Init")
  private UUID id;

  @Option(names = "--force", description = "Delete without being asked.")
  private boolean force;

  @ArgGroup(validate = false, heading = Output.HEADING)
  private final Output output = new Output();

  @ArgGroup(validate = false, heading = Connection.HEADING)
  private final Connection connection = new Connection();

  @Override
  public void run() {
    if (!force) {
      throw new UsageException("Deleting needs --force");
    }
    try (WebhooksClient client = connection.open()) {
      output.print(client.deleteWebhook(id));
    }
  }
}

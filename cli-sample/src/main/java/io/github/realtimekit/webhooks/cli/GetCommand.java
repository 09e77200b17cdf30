package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "get",
    sortOptions = false,
    customSynopsis = "rtk-webhooks get ID [OPTIONS]",
    description = "Shows one webhook.",
    footer = {
      "%nExamples:",
      "  rtk-webhooks get 0d1f069d-43bb-489a-ad8c-7eb95592ba8e",
      "  rtk-webhooks get 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --fields url"
    })
final class GetCommand implements Runnable {
  @Parameters(paramLabel = "ID", description = "Its id.", converter = WebhookId.class)
  @SuppressWarnings("NullAway.Init")
  private UUID id;

  @ArgGroup(validate = false, heading = Output.HEADING)
  private final Output output = new Output();

  @ArgGroup(validate = false, heading = Connection.HEADING)
  private final Connection connection = new Connection();

  @Override
  public void run() {
    try (WebhooksClient client = connection.open()) {
      output.print(client.getWebhook(id));
    }
  }
}

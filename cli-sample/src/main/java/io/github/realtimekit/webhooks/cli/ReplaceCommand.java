package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replace",
    sortOptions = false,
    customSynopsis = "rtk-webhooks replace ID --name NAME --url URL --event EVENT [OPTIONS]",
    description = {
      "Replaces all details of a webhook, and shows it.",
      "It is switched on unless --disabled is given. To change some details only, use edit."
    },
    footer = {
      "%nExample:",
      "  rtk-webhooks replace 0d1f069d-43bb-489a-ad8c-7eb95592ba8e \\",
      "      --name Calls --url https://example.com/hooks --event meeting.started,meeting.ended"
    })
final class ReplaceCommand implements Runnable {
  @Parameters(paramLabel = "ID", description = "Its id.", converter = WebhookId.class)
  @SuppressWarnings("NullAway.Init")
  private UUID id;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WholeWebhook webhook;

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
    WebhookRequest request = webhook.request();
    try (WebhooksClient client = connection.open()) {
      if (dryRun) {
        output.print(
            Preview.of(
                client
                    .api()
                    .replaceWebhook(connection.account(), connection.app(), id.toString(), request),
                client.getWebhook(id)));
      } else {
        output.print(Echo.whole(client.replaceWebhook(id, request), id, client));
      }
    }
  }
}

package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class ReplaceCommand implements Runnable {
  static final String SUMMARY = "Replaces all details of a webhook, and shows it.";

  private final PositionalParamSpec id = WebhookId.parameter();
  private final WholeWebhook webhook = new WholeWebhook();
  private final OptionSpec dryRun =
      Options.flag("Show what would be sent and changed, and change nothing.", "--dry-run");
  private final Output output = new Output();
  private final Connection connection = new Connection();

  CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(this)
            .addPositional(id)
            .addMixin("webhook", webhook.options())
            .addOption(dryRun)
            .addArgGroup(output.options())
            .addArgGroup(connection.options());
    spec.usageMessage()
        .customSynopsis("rtk-webhooks replace ID --name NAME --url URL --event EVENT [OPTIONS]")
        .description(
            SUMMARY,
            "It is switched on unless --disabled is given. To change some details only, use edit.")
        .footer(
            "%nExample:",
            "  rtk-webhooks replace 0d1f069d-43bb-489a-ad8c-7eb95592ba8e \\",
            "      --name Calls --url https://example.com/hooks --event meeting.started,meeting.ended");
    return spec;
  }

  @Override
  public void run() {
    UUID id = this.id.getValue();
    WebhookRequest request = webhook.request();
    try (WebhooksClient client = connection.open()) {
      if (Options.isGiven(dryRun)) {
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

package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class CreateCommand implements Runnable {
  static final String SUMMARY = "Adds a webhook to the app, and shows it.";

  private final WholeWebhook webhook = new WholeWebhook();
  private final OptionSpec dryRun =
      Options.flag("Show what would be sent instead of sending it.", "--dry-run");
  private final Output output = new Output();
  private final Connection connection = new Connection();

  CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(this)
            .addMixin("webhook", webhook.options())
            .addOption(dryRun)
            .addArgGroup(output.options())
            .addArgGroup(connection.options());
    spec.usageMessage()
        .customSynopsis("rtk-webhooks create --name NAME --url URL --event EVENT [OPTIONS]")
        .description(SUMMARY)
        .footer(
            "%nExamples:",
            "  rtk-webhooks create --name Calls --url https://example.com/hooks --event all",
            "  rtk-webhooks create --name Recordings --url https://example.com/recordings \\",
            "      --event recording.statusUpdate,meeting.ended --disabled");
    return spec;
  }

  @Override
  public void run() {
    WebhookRequest request = webhook.request();
    try (WebhooksClient client = connection.open()) {
      if (Options.isGiven(dryRun)) {
        output.print(
            Preview.of(
                client.api().createWebhook(connection.account(), connection.app(), request), null));
      } else {
        output.print(client.createWebhook(request));
      }
    }
  }
}

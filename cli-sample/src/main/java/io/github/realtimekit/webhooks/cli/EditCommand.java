package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class EditCommand implements Runnable {
  static final String SUMMARY =
      "Changes what is given of a webhook, leaves the rest alone, and shows it.";

  private final PositionalParamSpec id = WebhookId.parameter();
  private final Changes changes = new Changes();
  private final OptionSpec dryRun =
      Options.flag("Show what would be sent and changed, and change nothing.", "--dry-run");
  private final Output output = new Output();
  private final Connection connection = new Connection();

  CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(this)
            .addPositional(id)
            .addMixin("changes", changes.options())
            .addOption(dryRun)
            .addArgGroup(output.options())
            .addArgGroup(connection.options());
    spec.usageMessage()
        .customSynopsis("rtk-webhooks edit ID [OPTIONS]")
        .description(SUMMARY, "Events that are given take the place of all that it had.")
        .footer(
            "%nExamples:",
            "  rtk-webhooks edit 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --name Calls",
            "  rtk-webhooks edit 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --disable");
    return spec;
  }

  @Override
  public void run() {
    UUID id = this.id.getValue();
    WebhookPatch patch = changes.patch();
    try (WebhooksClient client = connection.open()) {
      if (Options.isGiven(dryRun)) {
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

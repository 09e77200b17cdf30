package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class DeleteCommand implements Callable<Integer> {
  static final String SUMMARY = "Deletes a webhook, and shows what it was.";

  private final PositionalParamSpec id = WebhookId.parameter();
  private final OptionSpec force = Options.flag("Do not ask.", "--force");
  private final OptionSpec dryRun =
      Options.flag("Show what would be sent instead of sending it.", "--dry-run");
  private final Output output = new Output();
  private final Connection connection = new Connection();

  CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(this)
            .addPositional(id)
            .addOption(force)
            .addOption(dryRun)
            .addArgGroup(output.options())
            .addArgGroup(connection.options());
    spec.usageMessage()
        .customSynopsis("rtk-webhooks delete ID [OPTIONS]")
        .description(SUMMARY, "Asks before on a terminal; elsewhere it needs --force.")
        .footer("%nExample:", "  rtk-webhooks delete 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --force");
    return spec;
  }

  @Override
  public Integer call() {
    UUID id = this.id.getValue();
    boolean forced = Options.isGiven(force);
    boolean dry = Options.isGiven(dryRun);
    if (!forced && !dry) {
      Confirmation.requireTerminal();
    }
    try (WebhooksClient client = connection.open()) {
      if (dry) {
        output.print(
            Preview.of(
                client.api().deleteWebhook(connection.account(), connection.app(), id.toString()),
                null));
      } else if (forced || Confirmation.toDelete(client.getWebhook(id))) {
        output.print(client.deleteWebhook(id));
      } else {
        System.err.println("Not deleted.");
        return 1;
      }
    }
    return 0;
  }
}

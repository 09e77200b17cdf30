package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import picocli.CommandLine.Model.CommandSpec;

final class ListCommand implements Runnable {
  static final String SUMMARY = "Shows all webhooks of the app.";

  private final Output output = new Output();
  private final Connection connection = new Connection();

  CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(this)
            .addArgGroup(output.options())
            .addArgGroup(connection.options());
    spec.usageMessage()
        .customSynopsis("rtk-webhooks list [OPTIONS]")
        .description(SUMMARY)
        .footer(
            "%nExamples:",
            "  rtk-webhooks list",
            "  rtk-webhooks list --fields id,url",
            "  rtk-webhooks list --output json");
    return spec;
  }

  @Override
  public void run() {
    try (WebhooksClient client = connection.open()) {
      output.print(client.listWebhooks());
    }
  }
}

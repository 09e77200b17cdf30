package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class GetCommand implements Runnable {
  static final String SUMMARY = "Shows one webhook.";

  private final PositionalParamSpec id = WebhookId.parameter();
  private final Output output = new Output();
  private final Connection connection = new Connection();

  CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(this)
            .addPositional(id)
            .addArgGroup(output.options())
            .addArgGroup(connection.options());
    spec.usageMessage()
        .customSynopsis("rtk-webhooks get ID [OPTIONS]")
        .description(SUMMARY)
        .footer(
            "%nExamples:",
            "  rtk-webhooks get 0d1f069d-43bb-489a-ad8c-7eb95592ba8e",
            "  rtk-webhooks get 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --fields url");
    return spec;
  }

  @Override
  public void run() {
    UUID id = this.id.getValue();
    try (WebhooksClient client = connection.open()) {
      output.print(client.getWebhook(id));
    }
  }
}

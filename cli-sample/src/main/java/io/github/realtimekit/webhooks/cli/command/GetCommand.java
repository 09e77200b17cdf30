package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Converters;
import io.github.realtimekit.webhooks.cli.option.Output;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "get",
    aliases = "show",
    description = "Shows one webhook.",
    footer = {
      "%nExamples:",
      "  rtk-webhooks get 0d1f069d-43bb-489a-ad8c-7eb95592ba8e",
      "  rtk-webhooks get 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --fields url"
    })
public final class GetCommand implements Runnable {
  @Parameters(
      paramLabel = "ID",
      converter = Converters.WebhookId.class,
      description = "Id of the webhook.")
  private UUID id;

  @Mixin private Output output;
  @Mixin private Connection connection;

  @Override
  public void run() {
    try (WebhooksClient client = connection.open()) {
      output.print(client.getWebhook(id));
    }
  }
}

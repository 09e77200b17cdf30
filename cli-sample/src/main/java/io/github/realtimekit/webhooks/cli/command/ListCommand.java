package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    aliases = "ls",
    description = "Lists the webhooks of the app.",
    footer = {
      "%nExamples:",
      "  rtk-webhooks list",
      "  rtk-webhooks list --fields id,url",
      "  rtk-webhooks list --output json"
    })
public final class ListCommand implements Runnable {
  @Option(
      names = "--wide",
      description = "Print every cell of a table in full, however wide that is.")
  private boolean wide;

  @Mixin private Output output;
  @Mixin private Connection connection;

  @Override
  public void run() {
    try (WebhooksClient client = connection.open()) {
      output.print(client.listWebhooks(), wide);
    }
  }
}

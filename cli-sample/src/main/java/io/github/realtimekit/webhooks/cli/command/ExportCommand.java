package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.output.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "export",
    customSynopsis = "rtk-webhooks export [OPTIONS]",
    description = "Prints the webhooks of the app as a YAML file for apply and diff.",
    footer = {"%nExample:", "  rtk-webhooks export >webhooks.yaml"})
public final class ExportCommand implements Runnable {
  @Mixin private ConnectionOptions connection;

  private final Console console;

  /** Called by picocli. */
  public ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    try (WebhooksClient client = connection.open()) {
      console.out().print(PlanOptions.export(client.listWebhooks()));
    }
  }
}

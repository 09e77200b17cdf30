package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description = "Prints the webhooks of the app as a YAML file for apply and diff.",
    footer = {"%nExample:", "  rtk-webhooks export >webhooks.yaml"})
public final class ExportCommand implements Runnable {
  @Option(
      names = "--ids",
      description = "Write ids too, so that URLs may change; such a file fits this app only.")
  private boolean ids;

  @Mixin private Connection connection;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    try (WebhooksClient client = connection.open()) {
      spec.commandLine().getOut().print(WebhookFile.write(client.listWebhooks(), ids));
    }
  }
}

package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.ConfirmationOptions;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.option.DryRunOptions;
import io.github.realtimekit.webhooks.cli.option.OutputOptions;
import io.github.realtimekit.webhooks.cli.option.WebhookIdConverter;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.Field;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    aliases = "rm",
    customSynopsis = "rtk-webhooks delete ID... [OPTIONS]",
    description = {
      "Deletes webhooks and shows what they were.",
      "Asks for confirmation on a terminal; elsewhere it needs --yes."
    },
    footer = {"%nExample:", "  rtk-webhooks delete 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --yes"})
public final class DeleteCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      converter = WebhookIdConverter.class,
      description = "Ids of the webhooks.")
  private List<UUID> ids;

  @Mixin private ConfirmationOptions confirmation;
  @Mixin private DryRunOptions dryRun;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  private final Console console;

  /** Called by picocli. */
  public DeleteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Set<UUID> distinct = new LinkedHashSet<>(ids);
    if (!dryRun.isGiven()) {
      confirmation.requireTerminalOrYes();
    }
    try (WebhooksClient client = connection.open()) {
      if (dryRun.isGiven()) {
        distinct.forEach(id -> show(client, id));
      } else if (confirmation.isGiven() || confirmation.confirm(question(client, distinct))) {
        distinct.forEach(id -> delete(client, id));
      } else {
        console.note("Nothing was deleted.");
        return ExitCode.FAILED.value();
      }
    }
    return ExitCode.DONE.value();
  }

  private void show(WebhooksClient client, UUID id) {
    dryRun.show(
        output,
        client.api().deleteWebhook(connection.account(), connection.app(), id.toString()),
        id,
        null);
  }

  /** Reads all webhooks first, so that one that does not exist stops the command in time. */
  private static String question(WebhooksClient client, Set<UUID> ids) {
    return ids.stream()
        .map(client::getWebhook)
        .map(DeleteCommand::description)
        .collect(Collectors.joining(",\n  and ", "Delete webhook ", "?"));
  }

  private static String description(Webhook webhook) {
    return "'%s', which sends to %s"
        .formatted(
            Field.NAME.text(webhook, ZoneOffset.UTC), Field.URL.text(webhook, ZoneOffset.UTC));
  }

  private void delete(WebhooksClient client, UUID id) {
    output.print(client.deleteWebhook(id));
    output.confirm("Deleted webhook " + id + ".");
  }
}

package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.NotFoundException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Confirmation;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Converters;
import io.github.realtimekit.webhooks.cli.option.DryRun;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "delete",
    aliases = "rm",
    description = {
      "Deletes webhooks and shows what they were.",
      "Asks for confirmation on a terminal; elsewhere it needs --yes."
    },
    footer = {"%nExample:", "  rtk-webhooks delete 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --yes"})
public final class DeleteCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      converter = Converters.WebhookId.class,
      description = "Ids of the webhooks.")
  private List<UUID> ids;

  @Mixin private Confirmation confirmation;
  @Mixin private DryRun dryRun;
  @Mixin private Connection connection;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Set<UUID> distinct = new LinkedHashSet<>(ids);
    if (!dryRun.isOn()) {
      confirmation.requireTerminalOrYes();
    }
    try (WebhooksClient client = connection.open(dryRun)) {
      boolean ask = !dryRun.isOn() && !confirmation.isGiven();
      if (ask && !confirmation.confirm(question(client, distinct))) {
        spec.commandLine().getErr().println("Nothing was deleted.");
        return ExitCode.FAILED;
      }
      deleteAll(client, distinct);
      return ExitCode.DONE;
    }
  }

  /** Reads all webhooks first, so that one that does not exist stops the command in time. */
  private static String question(WebhooksClient client, Set<UUID> ids) {
    return ids.stream()
        .map(client::getWebhook)
        .map(DeleteCommand::description)
        .collect(Collectors.joining(",\n  and ", "Delete webhook ", "?"));
  }

  private static String description(Webhook webhook) {
    return "'%s', which sends to %s".formatted(Field.name.text(webhook), Field.url.text(webhook));
  }

  /** Goes on after a webhook that does not exist: it is gone, as it should be. */
  private void deleteAll(WebhooksClient client, Set<UUID> ids) {
    @Nullable NotFoundException last = null;
    for (UUID id : ids) {
      try {
        dryRun.show(client.deleteWebhook(id), "Deleted");
      } catch (NotFoundException e) {
        last = e;
        if (ids.size() > 1) {
          spec.commandLine().getErr().println("There is no webhook " + id + ".");
        }
      }
    }
    if (last != null) {
      throw last;
    }
  }
}

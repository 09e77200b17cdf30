package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "diff",
    customSynopsis = "rtk-webhooks diff -f FILE [OPTIONS]",
    description = {
      "Compares the webhooks of the app with a file.",
      "Prints what apply would do; exits with 3 if that is anything."
    },
    footer = {"%nExample:", "  rtk-webhooks diff -f webhooks.yaml"})
public final class DiffCommand implements Callable<Integer> {
  @Mixin private PlanOptions options;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    try (WebhooksClient client = connection.open()) {
      return options.plan(client).isDone() ? ExitCode.DONE.value() : ExitCode.DIFFERENT.value();
    }
  }
}

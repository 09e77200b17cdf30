package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "diff",
    description = {
      "Compares the webhooks of the app with a file.",
      "Prints what apply would do; exits with 3 if that is anything."
    },
    footer = {"%nExample:", "  rtk-webhooks diff -f webhooks.yaml"})
public final class DiffCommand extends PlanCommand {
  @Override
  int call(WebhooksClient client, WebhookPlan plan) {
    return plan.isDone() ? ExitCode.DONE : ExitCode.DIFFERENT;
  }
}

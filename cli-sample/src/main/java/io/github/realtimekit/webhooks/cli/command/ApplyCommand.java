package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Action;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Step;
import io.github.realtimekit.webhooks.cli.option.ConfirmationOptions;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.option.InterruptHook;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    customSynopsis = "rtk-webhooks apply -f FILE [OPTIONS]",
    description = {
      "Makes the webhooks of the app what a file says.",
      "Prints the plan first; on a terminal it asks for confirmation. Webhooks are identified by id"
          + " or else by URL, and only fields that differ are sent."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks export >webhooks.yaml",
      "  rtk-webhooks apply -f webhooks.yaml --dry-run",
      "  rtk-webhooks apply -f webhooks.yaml --prune --name-prefix staging- --yes"
    })
public final class ApplyCommand implements Callable<Integer> {
  @Mixin private PlanOptions options;

  @Option(names = "--dry-run", description = "Print the plan, and change nothing.")
  private boolean dryRun;

  @Mixin private ConfirmationOptions confirmation;
  @Mixin private ConnectionOptions connection;

  private final Console console;
  private final AtomicInteger applied = new AtomicInteger();

  /** Called by picocli. */
  public ApplyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (WebhooksClient client = connection.open()) {
      WebhookPlan plan = options.plan(client);
      if (dryRun) {
        console.note("Dry run: nothing was changed.");
        return ExitCode.DONE.value();
      }
      if (!plan.unadoptedMoves().isEmpty()) {
        console.note("A move is planned: give --adopt if it is right, else another name.");
        return ExitCode.FAILED.value();
      }
      return plan.isDone() || apply(plan, client) ? ExitCode.DONE.value() : ExitCode.FAILED.value();
    }
  }

  private boolean apply(WebhookPlan plan, WebhooksClient client) {
    boolean ask = console.terminal().in() && console.terminal().err();
    if (ask && !confirmation.confirm("Apply this?")) {
      console.note("Nothing was changed.");
      return false;
    }
    long steps = plan.steps().stream().filter(step -> step.action() != Action.KEEP).count();
    InterruptHook atInterrupt = new InterruptHook(() -> reportRest(steps));
    try {
      plan.apply(client, step -> report(step, steps));
      return true;
    } finally {
      if (atInterrupt.cancel()) {
        reportRest(steps);
      }
    }
  }

  private void reportRest(long steps) {
    if (applied.get() < steps) {
      console.note(
          "Applied %d of %d steps; run it again for the others.".formatted(applied.get(), steps));
    }
  }

  /** Counts on a terminal only: in a log the lines alone are of use. */
  private void report(Step step, long steps) {
    int number = applied.incrementAndGet();
    String progress =
        console.terminal().err() && steps > 1 ? "[%d/%d] ".formatted(number, steps) : "";
    console.note(progress + "Done: " + PlanPrinter.description(step) + ".");
  }
}

package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.ConflictException;
import io.github.realtimekit.webhooks.NotFoundException;
import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Action;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Step;
import io.github.realtimekit.webhooks.cli.option.Confirmation;
import io.github.realtimekit.webhooks.cli.option.InterruptHook;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(
    name = "apply",
    description = {
      "Creates, updates and deletes webhooks to match a file.",
      "Prints the plan first, and asks for confirmation on a terminal; elsewhere it needs --yes."
          + " Webhooks are identified by id or else by URL, and only fields that differ are sent."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks export >webhooks.yaml",
      "  rtk-webhooks apply -f webhooks.yaml --dry-run",
      "  rtk-webhooks apply -f webhooks.yaml --prune --name-prefix staging- --yes"
    })
public final class ApplyCommand extends PlanCommand {
  @Option(names = "--dry-run", description = "Print the plan, and change nothing.")
  private boolean dryRun;

  @Mixin private Confirmation confirmation;

  private final AtomicInteger applied = new AtomicInteger();

  @Override
  void checkOptions() {
    if (!dryRun) {
      confirmation.requireTerminalOrYes();
    }
  }

  @Override
  int call(WebhooksClient client, WebhookPlan plan) {
    int refused = checkMoves(plan);
    if (dryRun) {
      note("Dry run: nothing was changed.");
    }
    if (refused != ExitCode.DONE || dryRun || plan.isDone()) {
      return refused;
    }
    if (!confirmation.confirm("Apply this?")) {
      note("Nothing was changed.");
      return ExitCode.FAILED;
    }
    apply(client, plan);
    return compare(client);
  }

  /** Says how far it came, if it fails or is interrupted. */
  private void apply(WebhooksClient client, WebhookPlan shown) {
    // Someone may have changed the app while the plan was read.
    List<Step> steps = confirmed(shown, plan(client));
    InterruptHook atInterrupt = new InterruptHook(() -> reportRest(steps.size()));
    try {
      for (Step step : steps) {
        String done = apply(client, step);
        applied.incrementAndGet();
        note(done + ": '" + step.name() + "'" + meanwhile(shown, step));
      }
    } finally {
      if (atInterrupt.cancel()) {
        reportRest(steps.size());
      }
    }
  }

  private void reportRest(int steps) {
    if (applied.get() < steps) {
      note("Applied %d of %d steps; run it again for the others.".formatted(applied.get(), steps));
    }
  }

  /** Leaves out what was not shown, and nobody would expect: another delete or move. */
  private List<Step> confirmed(WebhookPlan shown, WebhookPlan now) {
    List<Step> confirmed = new ArrayList<>();
    for (Step step : now.changing()) {
      boolean harmless = !Set.of(Action.delete, Action.move).contains(step.action());
      if (harmless || step.equals(shownAs(shown, step))) {
        confirmed.add(step);
      } else {
        note("Left alone: '" + step.name() + "'" + meanwhile(shown, step));
      }
    }
    for (Step step : shown.changing()) {
      if (shownAs(now, step) == null) {
        note("Nothing to do: '" + step.name() + "', which vanished meanwhile");
      }
    }
    return confirmed;
  }

  /** Returns the step of a plan about the same webhook; null if there is none. */
  private static @Nullable Step shownAs(WebhookPlan plan, Step step) {
    return plan.steps().stream()
        .filter(
            each ->
                step.request() == null
                    ? each.before() != null && each.before().id().equals(step.existing().id())
                    : step.request().equals(each.request()))
        .findFirst()
        .orElse(null);
  }

  private static String meanwhile(WebhookPlan shown, Step step) {
    @Nullable Step before = shownAs(shown, step);
    @Nullable Webhook old = before == null ? null : before.before();
    if (Objects.equals(old, step.before())) {
      return "";
    }
    return old == null
        ? ", which appeared meanwhile"
        : step.before() == null ? ", which vanished meanwhile" : ", which was changed meanwhile";
  }

  /** Applies a step, and returns what was done. */
  private static String apply(WebhooksClient client, Step step) {
    return switch (step.action()) {
      case create -> create(client, step.wanted());
      case edit, move -> {
        client.editWebhook(step.existing().id(), step.patch());
        yield "Edited";
      }
      case delete -> {
        delete(client, step.existing());
        yield "Deleted";
      }
      case keep -> "Kept";
    };
  }

  private static String create(WebhooksClient client, WebhookRequest request) {
    try {
      client.createWebhook(request);
      return "Created";
    } catch (RealtimeKitException e) {
      if (!(e instanceof ConflictException) && !e.outcomeUnknown()) {
        throw e;
      }
      client.ensureWebhook(request);
      return "Found and edited";
    }
  }

  private static void delete(WebhooksClient client, Webhook webhook) {
    try {
      client.deleteWebhook(webhook.id());
    } catch (NotFoundException gone) {
      // Someone else deleted it, which is what the plan wants.
    }
  }

  private int compare(WebhooksClient client) {
    String differs = "The app still differs from the file; someone else may be changing it:";
    try {
      WebhookPlan rest = plan(client);
      if (rest.isDone()) {
        return ExitCode.DONE;
      }
      note(differs);
      print(rest);
    } catch (ParameterException e) { // Its exit code would say that nothing was changed.
      note(differs);
      note(String.valueOf(e.getMessage()));
    }
    return ExitCode.FAILED;
  }
}

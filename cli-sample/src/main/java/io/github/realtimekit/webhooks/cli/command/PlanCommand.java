package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Action;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Step;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Wanted;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.InputFile;
import io.github.realtimekit.webhooks.cli.option.Output.Format;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code apply} and {@code diff} share: a file is compared with the app. */
abstract class PlanCommand implements Callable<Integer> {
  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description = "YAML file with the webhooks, or - for standard input; see export.")
  private Path file;

  @Option(
      names = "--allow-unknown-event",
      description = "Accept an event type that events --offline does not list.")
  private boolean allowUnknownEvent;

  @Option(
      names = "--prune",
      description = "Delete the webhooks that are not in the file; needs --name-prefix.")
  private boolean prune;

  @Option(
      names = "--name-prefix",
      paramLabel = "TEXT",
      description = "Only prune webhooks whose name starts with this.")
  private String namePrefix = "";

  @Option(
      names = "--adopt",
      description =
          "Give the one webhook of the same name the URL in the file, instead of refusing that.")
  private boolean adopt;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} for the plan; table by default.")
  private @Nullable Format format;

  @Mixin private Connection connection;
  @Spec private CommandSpec spec;

  private List<Wanted> wanted = List.of();

  @Override
  public final Integer call() {
    if (prune && namePrefix.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--prune needs --name-prefix");
    }
    wanted = read();
    checkOptions();
    try (WebhooksClient client = connection.open()) {
      WebhookPlan plan = plan(client);
      print(plan);
      return call(client, plan);
    }
  }

  /** Checks options before anything is sent. */
  void checkOptions() {}

  abstract int call(WebhooksClient client, WebhookPlan plan);

  /** Compares the file with the app as it is now. */
  final WebhookPlan plan(WebhooksClient client) {
    try {
      return WebhookPlan.of(wanted, prune ? namePrefix : null, client.listWebhooks());
    } catch (IllegalArgumentException e) {
      throw invalid(": ", e);
    }
  }

  final void print(WebhookPlan plan) {
    new PlanPrinter(spec.commandLine().getOut(), format).print(plan);
  }

  /** Returns {@link ExitCode#FAILED} and says why if the plan has a move that is not adopted. */
  final int checkMoves(WebhookPlan plan) {
    List<Step> moves =
        plan.steps().stream().filter(step -> !adopt && step.action() == Action.move).toList();
    moves.forEach(
        step ->
            note("'%s' would change its URL. Pass --adopt to allow it.".formatted(step.name())));
    return moves.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  final void note(String text) {
    spec.commandLine().getErr().println(TerminalText.printable(text));
  }

  private List<Wanted> read() {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(InputFile.read(file));
      String yaml = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return WebhookFile.read(yaml, allowUnknownEvent);
    } catch (IllegalArgumentException e) {
      throw invalid(":", e);
    } catch (CharacterCodingException e) {
      throw invalid(": ", new IOException("it is not UTF-8", e));
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ParameterException invalid(String separator, Exception e) {
    return new ParameterException(spec.commandLine(), file + separator + e.getMessage(), e);
  }
}

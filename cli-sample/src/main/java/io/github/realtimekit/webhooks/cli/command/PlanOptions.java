package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.EventOptions;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options for a file with the webhooks that an app should have. */
public final class PlanOptions {
  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description = "YAML file with the webhooks, or - for standard input; see export.")
  private Path file;

  @Mixin private EventOptions events;

  @Option(
      names = "--prune",
      description = "Delete the webhooks that are not in the file; needs --name-prefix.")
  private boolean prune;

  @Option(
      names = "--name-prefix",
      paramLabel = "TEXT",
      description = "How the names begin that --prune may delete.")
  private @Nullable String namePrefix;

  @Option(
      names = "--adopt",
      description =
          "Give the one webhook of the same name the URL in the file, instead of refusing that.")
  private boolean adopt;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json or ndjson for the plan; table by default.")
  private @Nullable Format format;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final Console console;

  /** Called by picocli. */
  public PlanOptions(Console console) {
    this.console = console;
  }

  /** Returns the file for the webhooks that an app has. */
  public static String export(List<Webhook> webhooks) {
    return WebhookFile.write(webhooks);
  }

  /**
   * Compares the file with the app and prints the plan.
   *
   * @throws ParameterException if the file is not valid, or does not fit the app
   */
  public WebhookPlan plan(WebhooksClient client) {
    WebhookPlan.Builder builder = WebhookPlan.builder().adopt(adopt);
    try {
      WebhookFile.read(read(), builder, events::parse);
      if (namePrefix != null && prune) {
        builder.prunePrefix(namePrefix);
      } else if (prune) {
        throw new IllegalArgumentException("--prune needs --name-prefix");
      }
      WebhookPlan plan = builder.plan(client);
      new PlanPrinter(console, format).print(plan);
      return plan;
    } catch (IllegalArgumentException | TypeConversionException invalid) {
      throw new ParameterException(
          command.commandLine(), file + ": " + invalid.getMessage(), invalid);
    }
  }

  private String read() {
    try {
      byte[] bytes =
          file.toString().equals("-") ? console.in().readAllBytes() : Files.readAllBytes(file);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no such file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
    }
  }
}

package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Format;
import io.github.realtimekit.webhooks.cli.output.WebhookPrinter;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for how to print webhooks. */
public final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description =
          "table, json or ndjson. By default a table on a terminal, and elsewhere one line a"
              + " webhook with tabs between its fields.")
  private @Nullable Format format;

  @Option(
      names = "--fields",
      paramLabel = "FIELD",
      split = ",",
      splitSynopsisLabel = ",",
      description = "Fields to print, with commas between them: ${COMPLETION-CANDIDATES}.")
  private @Nullable List<Field> fields;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print ids only, one a line, and no confirmation.")
  private boolean quiet;

  @Option(names = "--utc", description = "Print times in UTC; local time on a terminal by default.")
  private boolean utc;

  private final Console console;

  /** Called by picocli. */
  public OutputOptions(Console console) {
    this.console = console;
  }

  /** Prints one webhook on standard output. */
  public void print(Webhook webhook) {
    printer(false).print(webhook);
  }

  /**
   * Prints a webhook after a change. The response may lack fields, which are read if they can be.
   */
  public void print(WebhooksClient client, Webhook changed) {
    Webhook whole = changed;
    if (!changed.missingFields().isEmpty()) {
      try {
        whole = client.getWebhook(changed.id());
      } catch (RealtimeKitException unread) {
        // The change itself was made: what the response has of it is shown.
      }
    }
    print(whole);
  }

  /** Prints a line on standard error that says what was done, unless {@code --quiet} is given. */
  public void confirm(String done) {
    if (!quiet) {
      console.note(done);
    }
  }

  /** Returns whether {@code --quiet} is given. */
  public boolean isQuiet() {
    return quiet;
  }

  /** Returns the format; null if none was given. */
  public @Nullable Format format() {
    return format;
  }

  /**
   * Returns a printer for these options.
   *
   * @param wide whether a table may be wider than the terminal
   */
  public WebhookPrinter printer(boolean wide) {
    return new WebhookPrinter(
        console, format, fields, quiet, utc ? ZoneOffset.UTC : console.zone(), wide);
  }
}

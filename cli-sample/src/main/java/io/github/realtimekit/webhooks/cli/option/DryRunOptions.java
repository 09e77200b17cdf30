package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.Preview;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import retrofit2.Call;

/** Options to show a request instead of sending it. */
public final class DryRunOptions {
  @Option(
      names = "--dry-run",
      description = "Print what would be sent, and what that would change, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--curl",
      description = "Print the request as a curl command instead of sending it.")
  private boolean curl;

  private final Console console;

  /** Called by picocli. */
  public DryRunOptions(Console console) {
    this.console = console;
  }

  /** Returns whether the request must not be sent. */
  public boolean isGiven() {
    return dryRun || curl;
  }

  /** Returns whether the preview is to compare the request with the webhook as it is. */
  public boolean comparesWithCurrent() {
    return dryRun && !curl;
  }

  /**
   * Prints the request of a call.
   *
   * @param id webhook that the request concerns; null if it does not exist yet
   * @param before the webhook as it is; null if the request does not change one
   */
  public void show(
      OutputOptions output, Call<?> call, @Nullable UUID id, @Nullable Webhook before) {
    Preview preview = Preview.of(call, id == null ? null : id.toString(), before);
    if (curl) {
      console.out().println(preview.curl());
    } else {
      preview.print(output.printer(false));
    }
    console.note("Dry run: nothing was changed.");
  }
}

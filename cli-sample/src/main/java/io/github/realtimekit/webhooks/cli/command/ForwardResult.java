package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.output.TerminalText;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of a delivery that was sent to a receiver.
 *
 * @param status status code to respond with: that of the receiver, or 502 if there is none
 * @param millis duration in milliseconds
 * @param failure why there is no response; null if there is one
 * @param body start of the body of a response that is not 2xx; else empty
 */
record ForwardResult(int status, long millis, @Nullable String failure, String body) {
  @Override
  public String toString() {
    String outcome = failure == null ? "status " + status : "no response: " + failure;
    return "%s in %d ms%s"
        .formatted(outcome, millis, body.isEmpty() ? "" : ": " + TerminalText.printable(body));
  }
}

package io.github.realtimekit.webhooks;

import java.io.IOException;

/** There was no answer: no connection, a broken one, a time-out, or a call that was cancelled. */
public final class ConnectionException extends RealtimeKitException {
  private static final long serialVersionUID = 1L;

  ConnectionException(String operation, String host, boolean outcomeUnknown, IOException cause) {
    super(
        operation,
        outcomeUnknown,
        "%s: no response from %s (%s: %s)."
            .formatted(operation, host, cause.getClass().getSimpleName(), cause.getMessage()),
        outcomeUnknown ? "" : "Check the connection, then try again.",
        cause);
  }
}

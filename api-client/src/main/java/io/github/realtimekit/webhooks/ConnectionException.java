package io.github.realtimekit.webhooks;

/**
 * Thrown when there is no response: the connection failed or was lost, the call timed out or was
 * canceled, or the thread was interrupted. The cause has the details.
 */
public final class ConnectionException extends RealtimeKitException {
  private static final long serialVersionUID = 1L;

  private final int attempts;

  ConnectionException(
      String operation,
      String host,
      int attempts,
      boolean outcomeUnknown,
      String reason,
      Throwable cause) {
    super(
        operation,
        outcomeUnknown,
        operation
            + ": no response from "
            + host
            + (attempts < 2 ? "" : " after " + attempts + " attempts")
            + " ("
            + reason
            + ").",
        outcomeUnknown ? "" : "Check the connection, then try again.",
        cause);
    this.attempts = attempts;
  }

  /** Returns how many attempts the call made, retries included; 0 if it ended before the first. */
  public int attempts() {
    return attempts;
  }
}

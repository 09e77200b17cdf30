package io.github.realtimekit.webhooks;

/**
 * Thrown when there is no response: no connection, a lost one, a timeout, a canceled call or an
 * interrupted thread. The cause tells which.
 */
public final class ConnectionException extends RealtimeKitException {
  private static final long serialVersionUID = 1L;

  private final int attempts;

  ConnectionException(
      String operation,
      String host,
      Attempts attempts,
      boolean outcomeUnknown,
      String reason,
      Throwable cause) {
    super(
        operation,
        outcomeUnknown,
        operation
            + ": no response from "
            + host
            + (attempts.count() == 1 ? "" : " after " + attempts.count() + " attempts")
            + " ("
            + reason
            + ").",
        outcomeUnknown ? "" : "Check the connection, then try again.",
        cause);
    this.attempts = attempts.count();
  }

  /** Returns how many attempts the call made, retries included. */
  public int attempts() {
    return attempts;
  }
}

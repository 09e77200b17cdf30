package io.github.realtimekit.webhooks;

/**
 * Thrown when there is no response: no connection, a lost one, a timeout, a canceled call or an
 * interrupted thread. The cause says which.
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

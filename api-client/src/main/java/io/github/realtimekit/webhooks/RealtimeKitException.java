package io.github.realtimekit.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * A call did not give its result. Either there was an answer ({@link ApiException}) or there was
 * none ({@link ConnectionException}).
 */
public abstract class RealtimeKitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String operation;
  private final boolean outcomeUnknown;

  RealtimeKitException(
      String operation, boolean outcomeUnknown, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.operation = operation;
    this.outcomeUnknown = outcomeUnknown;
  }

  /** The operation that was tried, such as {@code createWebhook}. */
  public String operation() {
    return operation;
  }

  /**
   * Whether the API may have carried out a request that is not safe to repeat. Look at what is
   * there before you try again: a webhook may have been created although the call failed.
   */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }
}

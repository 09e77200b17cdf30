package io.github.realtimekit.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call fails. {@link ApiException} stands for a response that is not the expected
 * result, {@link ConnectionException} for a call without a response.
 */
public abstract class RealtimeKitException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String OUTCOME_UNKNOWN =
      "The request may have been carried out: list the webhooks before you try again.";

  private final String operation;
  private final boolean outcomeUnknown;
  private final String advice;

  /**
   * Creates the exception.
   *
   * @param description what happened, as a sentence
   * @param advice what the caller can do, as a sentence; may be empty
   */
  RealtimeKitException(
      String operation,
      boolean outcomeUnknown,
      String description,
      String advice,
      @Nullable Throwable cause) {
    super((description + " " + complete(advice, outcomeUnknown)).strip(), cause);
    this.operation = operation;
    this.outcomeUnknown = outcomeUnknown;
    this.advice = complete(advice, outcomeUnknown);
  }

  /** Returns the operation that failed, such as {@code createWebhook}. */
  public String operation() {
    return operation;
  }

  /**
   * Returns whether the API may have carried out a request that is not safe to repeat: a POST may
   * have created a webhook although the call failed. Also true if a DELETE finds nothing, but an
   * earlier attempt of the same call may have deleted the webhook. If true, list the webhooks
   * before you try again.
   */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }

  /**
   * Returns what the caller can do next, as one or more sentences; empty if there is nothing to
   * say. The message contains it.
   */
  public String advice() {
    return advice;
  }

  private static String complete(String advice, boolean outcomeUnknown) {
    return outcomeUnknown ? (advice + " " + OUTCOME_UNKNOWN).strip() : advice;
  }
}

package io.github.realtimekit.webhooks;

/** Thrown for status 429, too many requests, after the retries or if the wait is too long. */
public final class RateLimitedException extends ApiException {
  private static final long serialVersionUID = 1L;

  RateLimitedException(Details details) {
    super(details, details.waitOr("Wait before you try again."));
  }
}

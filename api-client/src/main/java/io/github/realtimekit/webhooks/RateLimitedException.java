package io.github.realtimekit.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Too many requests (429), also after the retries that the client was allowed. */
public final class RateLimitedException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  RateLimitedException(Failure failure, @Nullable Duration retryAfter) {
    super(
        failure,
        retryAfter == null
            ? "Wait before you try again."
            : "Try again in " + retryAfter.toSeconds() + " seconds.");
    this.retryAfter = retryAfter;
  }

  /** How long the API asks to wait, from the time of its answer; null if it did not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

package io.github.realtimekit.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * The API claims success, and its answer cannot be read: it is no JSON, other JSON than promised,
 * or too long. {@link #reason()} says what was expected, and where in the JSON.
 */
public final class InvalidResponseException extends ApiException {
  private static final long serialVersionUID = 1L;

  InvalidResponseException(Failure failure, @Nullable Throwable cause) {
    super(failure, "See body() for the start of the response.", cause);
  }
}

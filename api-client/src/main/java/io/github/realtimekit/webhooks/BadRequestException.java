package io.github.realtimekit.webhooks;

/** The API found a fault in the request (400); {@link #reason()} names it. */
public final class BadRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  BadRequestException(Failure failure) {
    super(failure, "Correct the request: sent again, it fails again.");
  }
}

package io.github.realtimekit.webhooks;

/** Thrown for status 400: the request breaks a rule, which {@link #reason()} names. */
public final class BadRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  BadRequestException(Details details) {
    super(details, "Correct the request: sent again, it fails again.");
  }
}

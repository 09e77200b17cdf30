package io.github.realtimekit.webhooks;

/** Thrown when the API does not accept the token, whichever status and code say so. */
public final class UnauthorizedException extends ApiException {
  private static final long serialVersionUID = 1L;

  UnauthorizedException(Details details) {
    super(
        details,
        "Check that the API token is complete, belongs to this account, and is neither expired nor revoked.");
  }
}

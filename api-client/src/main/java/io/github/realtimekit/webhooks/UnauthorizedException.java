package io.github.realtimekit.webhooks;

/**
 * Thrown when the API does not accept the token: for status 401, 403 with code 10000, or 400 with
 * code 6003, 6111 or 9106.
 */
public final class UnauthorizedException extends ApiException {
  private static final long serialVersionUID = 1L;

  UnauthorizedException(Details details) {
    super(
        details,
        "Check that the API token is complete, belongs to this account, and is neither expired nor revoked.");
  }
}

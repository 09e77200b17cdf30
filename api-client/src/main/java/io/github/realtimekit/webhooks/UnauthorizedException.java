package io.github.realtimekit.webhooks;

/** The API refused the token, whichever status and code it said so with. */
public final class UnauthorizedException extends ApiException {
  private static final long serialVersionUID = 1L;

  UnauthorizedException(Failure failure) {
    super(
        failure,
        "Check that the API token is complete, belongs to this account, and is neither expired nor revoked.");
  }
}

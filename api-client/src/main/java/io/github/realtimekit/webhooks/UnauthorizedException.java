package io.github.realtimekit.webhooks;

/** The API refused the token, whichever status and code it said so with. */
public final class UnauthorizedException extends ApiException {
  private static final long serialVersionUID = 1L;

  UnauthorizedException(Failure failure) {
    super(
        failure,
        "Check that the API token is whole, of this account, neither expired nor revoked, and has one of the permissions Realtime Admin and Realtime: Cloudflare dashboard, My Profile, API Tokens.");
  }
}

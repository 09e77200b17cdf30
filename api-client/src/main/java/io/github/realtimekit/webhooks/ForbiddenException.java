package io.github.realtimekit.webhooks;

/**
 * The token is known, and does not allow the call (403); or RealtimeKit is not enabled on the
 * account.
 */
public final class ForbiddenException extends ApiException {
  private static final long serialVersionUID = 1L;

  ForbiddenException(Failure failure) {
    super(
        failure,
        "The token needs one of the permissions Realtime Admin and Realtime on this account, and the account needs RealtimeKit.");
  }
}

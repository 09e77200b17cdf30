package io.github.realtimekit.webhooks;

/**
 * Thrown for status 403: the token lacks the permission, or RealtimeKit is not enabled on the
 * account.
 */
public final class ForbiddenException extends ApiException {
  private static final long serialVersionUID = 1L;

  ForbiddenException(Details details) {
    super(
        details,
        "The token needs one of the permissions Realtime Admin and Realtime on this account, and the account needs RealtimeKit.");
  }
}

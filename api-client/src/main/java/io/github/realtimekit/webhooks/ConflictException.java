package io.github.realtimekit.webhooks;

/** The app has a webhook with the same URL (409). */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  ConflictException(Failure failure) {
    super(failure, "Edit the webhook that has this URL instead of adding another.");
  }
}

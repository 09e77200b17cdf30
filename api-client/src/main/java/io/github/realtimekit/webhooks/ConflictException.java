package io.github.realtimekit.webhooks;

/** Thrown for status 409: the app has a webhook with the same URL. */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  ConflictException(Details details) {
    super(details, "Edit the webhook that has this URL instead of adding another.");
  }
}

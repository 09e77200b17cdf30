package io.github.realtimekit.webhooks;

/**
 * Thrown for status 404: no such account, app or webhook. If {@link #outcomeUnknown()} is true, an
 * earlier attempt of {@code deleteWebhook} got no response and may have deleted the webhook.
 */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1L;

  NotFoundException(Details details, boolean deletedBefore) {
    super(
        details,
        deletedBefore
            ? "An earlier attempt of this call got no response and may have deleted the webhook."
            : "Check the identifiers of account, app and webhook.");
  }
}

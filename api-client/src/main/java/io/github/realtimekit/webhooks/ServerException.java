package io.github.realtimekit.webhooks;

/**
 * Thrown for a status of 500 or above, after the retries. A POST is not retried, since it may have
 * been processed: see {@link #outcomeUnknown()}.
 */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  ServerException(Details details) {
    super(details, details.waitOr("The fault is on the side of the API: try again later."));
  }
}

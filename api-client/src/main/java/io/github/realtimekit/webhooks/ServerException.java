package io.github.realtimekit.webhooks;

/** Thrown for a status of 500 or above, after the retries. */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  ServerException(ErrorResponse response) {
    super(response, waitOr(response, "The fault is on the side of the API: try again later."));
  }
}

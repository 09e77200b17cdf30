package io.github.realtimekit.webhooks;

/** The API failed (5xx). */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  ServerException(Failure failure) {
    super(failure, "The fault is on the side of the API: try again later.");
  }
}

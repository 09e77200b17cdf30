package io.github.realtimekit.webhooks;

/** There is no such thing (404). */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1L;

  NotFoundException(Failure failure) {
    super(failure, "Check the identifiers of account, app and webhook.");
  }
}

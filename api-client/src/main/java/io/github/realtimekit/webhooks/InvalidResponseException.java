package io.github.realtimekit.webhooks;

/**
 * Thrown when a successful response is not the expected JSON, or is larger than 16 MiB. {@link
 * #reason()} says what was expected, and where in the JSON; {@link #body()} returns at most its
 * first 1,024 characters.
 */
public final class InvalidResponseException extends ApiException {
  private static final long serialVersionUID = 1L;

  InvalidResponseException(Details details, String advice, Throwable cause) {
    super(details, advice, cause);
  }
}

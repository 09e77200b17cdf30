package io.github.realtimekit.webhooks;

/**
 * Thrown when the body of a successful response is not the expected JSON, or is longer than 16 MiB.
 * {@link #reason()} describes the problem, with the path in the JSON if there is one; {@link
 * #body()} returns at most 1,024 characters.
 */
public final class InvalidResponseException extends ApiException {
  private static final long serialVersionUID = 1L;

  InvalidResponseException(Details details, String advice, Throwable cause) {
    super(details, advice, cause);
  }
}

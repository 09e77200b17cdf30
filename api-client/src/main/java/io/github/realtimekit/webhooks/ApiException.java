package io.github.realtimekit.webhooks;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the response is not the expected result. Subclasses stand for kinds of responses; an
 * instance of this class itself is any other, such as a redirect or {@code "success": false} with
 * status 200.
 */
public class ApiException extends RealtimeKitException {
  private static final long serialVersionUID = 1L;

  private final ErrorResponse response;

  ApiException(ErrorResponse response, String advice) {
    this(response, advice, null);
  }

  ApiException(ErrorResponse response, String advice, @Nullable Throwable cause) {
    super(response.operation(), response.outcomeUnknown(), response.description(), advice, cause);
    this.response = response;
  }

  /** Returns the HTTP status code, such as 404. */
  public int status() {
    return response.status();
  }

  /**
   * Returns the error codes from the response body, outer ones first: RealtimeKit repeats the
   * status code, the platform has its own.
   */
  public List<Integer> codes() {
    return response.codes();
  }

  /** Returns the error message from the response body, at most 500 characters; may be empty. */
  public String reason() {
    return response.reason();
  }

  /** Returns the header {@code cf-ray}, by which Cloudflare's support finds the request. */
  public @Nullable String cfRay() {
    return response.cfRay();
  }

  /**
   * Returns how long the API asks to wait before the next request, as of the response; null if it
   * does not say. A 429 or 503 may have it.
   */
  public @Nullable Duration retryAfter() {
    return response.retryAfter();
  }

  /** Returns the start of the response body, at most 16,384 characters. */
  public String body() {
    return response.body();
  }

  /** Returns advice to wait as long as the API asks, or else the other. */
  static String waitOr(ErrorResponse response, String otherwise) {
    return response.retryAfter() == null
        ? otherwise
        : "Try again in " + response.retryAfter().toSeconds() + " seconds.";
  }
}

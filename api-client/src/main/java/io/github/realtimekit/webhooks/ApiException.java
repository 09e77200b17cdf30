package io.github.realtimekit.webhooks;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
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

  private final Details details;

  /** A response that is not the expected result, without the token. */
  record Details(
      String operation,
      int status,
      List<Integer> codes,
      String reason,
      @Nullable String cfRay,
      @Nullable Duration retryAfter,
      String body,
      boolean outcomeUnknown)
      implements Serializable {

    /** Returns advice to wait as long as the API asks, or else the other. */
    String waitOr(String otherwise) {
      return retryAfter == null
          ? otherwise
          : "Try again in " + retryAfter.toSeconds() + " seconds.";
    }
  }

  ApiException(Details details, String advice) {
    this(details, advice, null);
  }

  ApiException(Details details, String advice, @Nullable Throwable cause) {
    super(details.operation, details.outcomeUnknown, description(details), advice, cause);
    this.details = details;
  }

  /** Returns the HTTP status code, such as 404. */
  public int status() {
    return details.status;
  }

  /**
   * Returns the error codes from the response body, outer ones first: RealtimeKit repeats the
   * status code, the platform has its own.
   */
  public List<Integer> codes() {
    return details.codes;
  }

  /**
   * Returns the error message from the response body, or else the body itself, on one line and cut
   * after 500 characters; may be empty.
   */
  public String reason() {
    return details.reason;
  }

  /** Returns the field {@code cf-ray}, by which Cloudflare's support finds the request. */
  public @Nullable String cfRay() {
    return details.cfRay;
  }

  /**
   * Returns how long the API asks to wait before the next request, counted from the response; null
   * without a {@code Retry-After} that can be read; zero for a date in the past. A 429 or 503 may
   * have one.
   */
  public @Nullable Duration retryAfter() {
    return details.retryAfter;
  }

  /** Returns the start of the response body, at most 16,384 characters, without the token. */
  public String body() {
    return details.body;
  }

  private static String description(Details details) {
    StringBuilder text = new StringBuilder(details.operation);
    text.append(" failed with status ").append(details.status);
    String others =
        details.codes.stream()
            .filter(code -> code != details.status)
            .map(String::valueOf)
            .collect(joining(", "));
    if (!others.isEmpty()) {
      text.append(" (code ").append(others).append(')');
    }
    if (!details.reason.isEmpty()) {
      text.append(": ").append(details.reason);
    }
    if (!details.reason.matches(".*[.!?]")) {
      text.append('.');
    }
    if (details.cfRay != null) {
      text.append(" Quote cf-ray ").append(details.cfRay).append(" to Cloudflare's support.");
    }
    return text.toString();
  }
}

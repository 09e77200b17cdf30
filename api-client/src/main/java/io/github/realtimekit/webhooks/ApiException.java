package io.github.realtimekit.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API answered, and not with the promised result. The subclasses say what kind of answer it
 * was; an object of this class itself is any other, such as a redirect or {@code "success": false}
 * with status 200.
 */
public class ApiException extends RealtimeKitException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  ApiException(Failure failure, String advice) {
    this(failure, advice, null);
  }

  ApiException(Failure failure, String advice, @Nullable Throwable cause) {
    super(failure.operation(), failure.outcomeUnknown(), failure.description(), advice, cause);
    this.failure = failure;
  }

  /** The HTTP status, such as 404. */
  public int status() {
    return failure.status();
  }

  /**
   * The numbers that the body gave, outer ones first: RealtimeKit repeats the status, the platform
   * has its own.
   */
  public List<Integer> codes() {
    return failure.codes();
  }

  /** What the API said, for people; empty if it said nothing. */
  public String reason() {
    return failure.reason();
  }

  /** The answer's {@code cf-ray}, by which Cloudflare's support finds the exchange. */
  public @Nullable String cfRay() {
    return failure.cfRay();
  }

  /** The start of the answer's body as it came, whatever its shape; at most 16 KiB. */
  public String body() {
    return failure.body();
  }
}

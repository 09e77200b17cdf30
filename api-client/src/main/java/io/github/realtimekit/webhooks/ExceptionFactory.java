package io.github.realtimekit.webhooks;

import io.github.realtimekit.webhooks.internal.ErrorBody;
import io.github.realtimekit.webhooks.internal.Outcome;
import io.github.realtimekit.webhooks.internal.RetryPolicy;
import io.github.realtimekit.webhooks.internal.TokenMask;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.Response;
import okio.Buffer;

/** Creates the exception for a call that failed. Thread-safe. */
final class ExceptionFactory {
  private static final int MAX_BODY = 16 << 10;
  private static final int MAX_BODY_OF_SUCCESS = 1 << 10;

  /** Error code of the platform for a token that it does not accept. */
  private static final int AUTHENTICATION_ERROR = 10000;

  /** Error codes of the platform for credentials that are missing or malformed. */
  private static final Set<Integer> MALFORMED_CREDENTIALS = Set.of(6003, 6111, 9106);

  private final TokenMask mask;
  private final RetryPolicy policy;

  ExceptionFactory(TokenMask mask, RetryPolicy policy) {
    this.mask = mask;
    this.policy = policy;
  }

  /** Creates the exception for an error response; its class follows from status and codes. */
  ApiException errorResponse(Outcome outcome, Response response) {
    int status = response.code();
    ErrorBody error = ErrorBody.parse(outcome.body().snapshot().utf8(), mask);
    boolean deletedBefore =
        status == 404 && outcome.request().method().equals("DELETE") && outcome.outcomeUnknown();
    boolean outcomeUnknown =
        deletedBefore
            || (!RetryPolicy.isIdempotent(outcome.request())
                && RetryPolicy.isOutcomeUnknown(status));
    ApiException.Details details =
        details(outcome, response, error, text(outcome.body(), MAX_BODY), outcomeUnknown);
    if (isTokenRefused(status, error.codes())) {
      return new UnauthorizedException(details);
    }
    return switch (status) {
      case 400 -> new BadRequestException(details);
      case 403 -> new ForbiddenException(details);
      case 404 -> new NotFoundException(details, deletedBefore);
      case 409 -> new ConflictException(details);
      case 429 -> new RateLimitedException(details);
      default -> status >= 500 ? new ServerException(details) : new ApiException(details, "");
    };
  }

  /** Creates the exception for a successful response that is not the expected JSON. */
  InvalidResponseException invalidResponse(Outcome outcome, Response response, Exception cause) {
    String problem = cause.getMessage() == null ? "the body breaks off" : cause.getMessage();
    String type = response.header("Content-Type", "application/json");
    boolean json = type.toLowerCase(Locale.ROOT).contains("json");
    if (!json) {
      problem = "expected JSON but was " + type;
    } else if (problem.startsWith("Use JsonReader.setLenient")) {
      problem = "malformed JSON" + problem.substring(problem.lastIndexOf(" at path"));
    }
    return new InvalidResponseException(
        details(
            outcome,
            response,
            ErrorBody.ofReason("the response cannot be read: " + problem, mask),
            text(outcome.body(), MAX_BODY_OF_SUCCESS),
            !RetryPolicy.isIdempotent(outcome.request())),
        json ? "See body() for the start of the response." : "Check the base URL.",
        withoutToken(cause));
  }

  /** Creates the exception for a call that ended without a response. */
  ConnectionException noResponse(Outcome outcome) {
    IOException cause = Objects.requireNonNull(outcome.failure());
    String message = cause.getMessage();
    return new ConnectionException(
        outcome.operation().getName(),
        outcome.request().url().host(),
        outcome.attempts(),
        !RetryPolicy.isIdempotent(outcome.request()) && outcome.outcomeUnknown(),
        mask.mask(message == null ? cause.getClass().getSimpleName() : message),
        withoutToken(cause));
  }

  private ApiException.Details details(
      Outcome outcome, Response response, ErrorBody error, String body, boolean outcomeUnknown) {
    String cfRay = response.header("cf-ray");
    return new ApiException.Details(
        outcome.operation().getName(),
        response.code(),
        error.codes(),
        error.reason(),
        cfRay == null ? null : mask.mask(cfRay),
        policy.retryAfter(response),
        body,
        outcomeUnknown);
  }

  private static boolean isTokenRefused(int status, List<Integer> codes) {
    return switch (status) {
      case 401 -> true;
      case 403 -> codes.contains(AUTHENTICATION_ERROR);
      case 400 -> codes.stream().anyMatch(MALFORMED_CREDENTIALS::contains);
      default -> false;
    };
  }

  /** Masks before truncating, so that no prefix of the token remains. */
  private String text(Buffer body, int max) {
    int length = (int) Math.min(body.size(), 2L * max);
    String text = mask.maskTruncated(body.snapshot(length).utf8());
    return text.length() <= max ? text : text.substring(0, max);
  }

  /** Returns the exception itself, unless its message contains the token. */
  private Exception withoutToken(Exception cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String text = each.toString();
      if (!mask.mask(text).equals(text)) {
        Exception masked = new IOException(mask.mask(cause.toString()));
        masked.setStackTrace(cause.getStackTrace());
        return masked;
      }
    }
    return cause;
  }
}

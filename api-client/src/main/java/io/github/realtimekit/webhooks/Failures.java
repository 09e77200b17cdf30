package io.github.realtimekit.webhooks;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Invocation;

/** Makes the exception of a call that went wrong. */
final class Failures {
  /** The platform's codes for a token that it does not accept. */
  private static final int AUTHENTICATION_ERROR = 10000;

  /** The platform's codes for credentials that are missing or that it cannot parse. */
  private static final Set<Integer> MALFORMED_CREDENTIALS = Set.of(6003, 6111, 9106);

  private final String apiToken;
  private final Clock clock;

  Failures(String apiToken, Clock clock) {
    this.apiToken = apiToken;
    this.clock = clock;
  }

  /** For an answer that refuses: which class it is follows from status and codes together. */
  ApiException refused(Request request) {
    Exchange exchange = Exchange.of(request);
    Response response = exchange.answer();
    ErrorBody error = ErrorBody.parse(withoutToken(exchange.bodyStart()));
    int status = response.code();
    Failure failure = failure(request, error, RetryInterceptor.outcomeUnknown(request, status));
    if (isTokenRefused(status, error.codes())) {
      return new UnauthorizedException(failure);
    }
    return switch (status) {
      case 400 -> new BadRequestException(failure);
      case 403 -> new ForbiddenException(failure);
      case 404 -> new NotFoundException(failure);
      case 409 -> new ConflictException(failure);
      case 429 -> new RateLimitedException(failure, RetryAfter.of(response, clock));
      default -> status >= 500 ? new ServerException(failure) : new ApiException(failure, "");
    };
  }

  /** For an answer that claims success and cannot be read. */
  InvalidResponseException unreadable(Request request, Exception cause) {
    ErrorBody error =
        new ErrorBody(
            List.of(),
            "the response cannot be read: " + withoutToken(String.valueOf(cause.getMessage())));
    boolean outcomeUnknown = RetryInterceptor.outcomeUnknown(request, 500);
    boolean tellsToken = cause.toString().contains(apiToken);
    return new InvalidResponseException(
        failure(request, error, outcomeUnknown), tellsToken ? null : cause);
  }

  ConnectionException unanswered(Request request, IOException cause) {
    return new ConnectionException(
        operation(request),
        request.url().host(),
        RetryInterceptor.outcomeUnknown(request, cause),
        cause);
  }

  static String operation(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation == null ? request.method() : invocation.method().getName();
  }

  private static boolean isTokenRefused(int status, List<Integer> codes) {
    return switch (status) {
      case 401 -> true;
      case 403 -> codes.contains(AUTHENTICATION_ERROR);
      case 400 -> codes.stream().anyMatch(MALFORMED_CREDENTIALS::contains);
      default -> false;
    };
  }

  private Failure failure(Request request, ErrorBody error, boolean outcomeUnknown) {
    Exchange exchange = Exchange.of(request);
    return new Failure(
        operation(request),
        exchange.answer().code(),
        error.codes(),
        error.reason(),
        exchange.answer().header("cf-ray"),
        withoutToken(exchange.bodyStart()),
        outcomeUnknown);
  }

  private String withoutToken(String text) {
    return text.replace(apiToken, "[token]");
  }
}

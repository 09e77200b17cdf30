package io.github.realtimekit.webhooks.consumer;

import io.github.realtimekit.webhooks.spec.ErrorResponse;
import io.github.realtimekit.webhooks.spec.Operation;

/** Errors that a caller of the typed client can meet. */
enum ErrorCase {
  UNKNOWN_EVENT("unknown event type", "an event type that the API does not know"),
  WRONG_TOKEN("documented 401", "a token that is not accepted"),
  FORBIDDEN("token without the permission", "an account without RealtimeKit"),
  UNKNOWN_ID("unknown webhook", "an id that no webhook has"),
  URL_TAKEN("URL of another webhook", "the URL of another webhook"),
  RATE_LIMITED("rate limit", "one request too many");

  final String detail;
  private final String name;

  ErrorCase(String response, String detail) {
    this.name = response;
    this.detail = detail;
  }

  /** Returns a row of {@code error-responses.yaml}. */
  static ErrorResponse named(String name) {
    return ErrorResponse.load().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  ErrorResponse response() {
    return named(name);
  }

  boolean happensTo(Operation operation) {
    return operation.responses().containsKey(String.valueOf(response().status()))
        && switch (this) {
          case UNKNOWN_EVENT -> !operation.requestSchema().isMissingNode();
          case UNKNOWN_ID -> operation.path().contains("{webhook_id}");
          default -> true;
        };
  }

  /** Returns the state in which it happens. */
  String state(String usual) {
    return switch (this) {
      case UNKNOWN_EVENT, WRONG_TOKEN -> usual;
      case FORBIDDEN -> "RealtimeKit is not enabled on the account";
      case UNKNOWN_ID -> "no webhook has the id";
      case URL_TAKEN -> "a webhook has the URL";
      case RATE_LIMITED -> "the rate limit is reached";
    };
  }
}

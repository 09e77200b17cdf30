package io.github.realtimekit.webhooks.sandbox;

/** Ends the handling of a request with an error response. */
final class ErrorResponseException extends RuntimeException {
  private final transient Response response;

  ErrorResponseException(Response response) {
    super(response.body());
    this.response = response;
  }

  Response response() {
    return response;
  }
}

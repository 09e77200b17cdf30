package io.github.realtimekit.webhooks;

import java.io.IOException;

/**
 * Wraps a failure after the request was written, for {@link RetryInterceptor}, which unwraps it.
 */
final class RequestWrittenException extends IOException {
  private static final long serialVersionUID = 1L;

  private final IOException cause;
  private final boolean connectionReused;

  RequestWrittenException(IOException cause, boolean connectionReused) {
    super(cause);
    this.cause = cause;
    this.connectionReused = connectionReused;
  }

  IOException cause() {
    return cause;
  }

  /** Returns whether the connection had carried an earlier request. */
  boolean isConnectionReused() {
    return connectionReused;
  }
}

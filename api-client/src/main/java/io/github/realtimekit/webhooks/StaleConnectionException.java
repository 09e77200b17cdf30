package io.github.realtimekit.webhooks;

import java.io.IOException;

/** Thrown before a request is written, when the server has closed the pooled connection. */
final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  StaleConnectionException() {
    super("the server has closed the connection");
  }
}

package io.github.realtimekit.webhooks.cli;

/** The command line is wrong in a way that only shows when its parts are looked at together. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}

package io.github.realtimekit.webhooks.sandbox;

/** What an app can be told to answer next, in place of what it would have answered. */
public enum Failure {
  /** 403 from the platform's edge: RealtimeKit is not enabled on the account. */
  FORBIDDEN,
  /** 429 from the platform's edge, with a second to wait. */
  RATE_LIMITED,
  /** 500, and nothing was done. */
  SERVER_ERROR,
  /** 500, although the request was carried out. */
  SERVER_ERROR_AFTER_STORING;

  Answer answer() {
    return switch (this) {
      case FORBIDDEN -> Answer.edge(403, 9109, Text.EDGE_9109.with());
      case RATE_LIMITED ->
          Answer.edge(429, 971, Text.EDGE_971.with()).withHeader("Retry-After", "1");
      case SERVER_ERROR, SERVER_ERROR_AFTER_STORING -> Answer.error(500, Text.SERVER_ERROR.with());
    };
  }
}

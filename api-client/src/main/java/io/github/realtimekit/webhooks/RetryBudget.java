package io.github.realtimekit.webhooks;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the retries of all calls together, so that an API in trouble does not get three times the
 * load: each retry takes a token, each success gives one back. Thread-safe.
 *
 * <p>The tokens are half of the calls that OkHttp's dispatcher runs at once, so that calls that
 * wait for a retry never keep all others from running.
 */
final class RetryBudget {
  static final int TOKENS = 32;

  private final AtomicInteger tokens = new AtomicInteger(TOKENS);

  boolean tryAcquire() {
    return tokens.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
  }

  void responded(int status) {
    if (status < 500 && status != 429) {
      tokens.updateAndGet(left -> Math.min(left + 1, TOKENS));
    }
  }
}

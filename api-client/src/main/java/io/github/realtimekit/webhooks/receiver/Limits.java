package io.github.realtimekit.webhooks.receiver;

import java.time.Duration;

/** Checks of settings. */
final class Limits {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Limits() {}

  static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
    return value;
  }

  static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be positive and at most 100 years: " + value);
    }
    return value;
  }
}

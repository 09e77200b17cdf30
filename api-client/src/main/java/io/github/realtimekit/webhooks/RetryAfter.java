package io.github.realtimekit.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds or a date. */
final class RetryAfter {
  private RetryAfter() {}

  /**
   * How long to wait, not negative; null if the answer does not say, or not so that it can be read.
   */
  static @Nullable Duration of(Response response, Clock clock) {
    String value = response.header("Retry-After", "").strip();
    if (value.matches("\\d{1,10}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Date date = response.headers().getDate("Retry-After");
    if (date == null) {
      return null;
    }
    Duration wait = Duration.between(clock.instant(), date.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}

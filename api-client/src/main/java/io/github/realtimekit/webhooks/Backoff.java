package io.github.realtimekit.webhooks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * How often to try again, and how long to wait before: exponential with full jitter, or what the
 * API asks for.
 *
 * @param random gives numbers from 0 to 1
 */
record Backoff(int maxRetries, Clock clock, DoubleSupplier random, Sleeper sleeper) {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Duration LONGEST_ASKED_FOR = Duration.ofSeconds(30);
  private static final Duration LOOK_UP = Duration.ofMillis(10);

  /** Waits; ends early, with an exception, when the call is cancelled or the thread interrupted. */
  interface Sleeper {
    void sleep(Duration duration, Call call) throws IOException;
  }

  static Backoff system(int maxRetries) {
    return new Backoff(
        maxRetries,
        Clock.systemUTC(),
        () -> ThreadLocalRandom.current().nextDouble(),
        Backoff::sleepSystem);
  }

  /**
   * The wait before a retry.
   *
   * @param retry 0 for the first
   * @param askedFor what the API asked for, if it did
   * @param left what is left of the time for the whole call
   * @return null if it is better to give up: too often, or too long
   */
  @Nullable Duration before(int retry, @Nullable Duration askedFor, Duration left) {
    if (retry >= maxRetries) {
      return null;
    }
    Duration most = FIRST.multipliedBy(1L << Math.min(retry, 10));
    most = most.compareTo(LONGEST) > 0 ? LONGEST : most;
    Duration wait = Duration.ofMillis((long) (most.toMillis() * random.getAsDouble()));
    if (askedFor != null) {
      if (askedFor.compareTo(LONGEST_ASKED_FOR) > 0) {
        return null;
      }
      // Some jitter on top, so that those who were told the same do not come back together.
      wait = askedFor.plus(wait.dividedBy(4));
    }
    return wait.compareTo(left) < 0 ? wait : null;
  }

  /** OkHttp tells nobody who waits elsewhere of a cancellation, so this looks up often. */
  private static void sleepSystem(Duration duration, Call call) throws IOException {
    long end = System.nanoTime() + duration.toNanos();
    try {
      for (long left; (left = end - System.nanoTime()) > 0; ) {
        if (call.isCanceled()) {
          throw new IOException("Canceled");
        }
        Thread.sleep(Math.min(left / 1_000_000 + 1, LOOK_UP.toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}

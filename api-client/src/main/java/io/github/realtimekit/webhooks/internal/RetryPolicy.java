package io.github.realtimekit.webhooks.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Decides which requests are sent again, and after which delay. Idempotent requests are retried
 * after 408, 429, 5xx and lost connections; POST only if the API has certainly not processed it.
 *
 * @param random returns numbers from 0 to 1
 */
public record RetryPolicy(int maxRetries, Clock clock, DoubleSupplier random, Sleeper sleeper) {
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final Duration MAX_DELAY = Duration.ofSeconds(8);
  private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(10);

  /** Sleeps until the time is over, the call is canceled or the thread is interrupted. */
  public interface Sleeper {
    /**
     * Sleeps.
     *
     * @throws IOException if the call is canceled or the thread interrupted
     */
    void sleep(Duration duration, Call call) throws IOException;
  }

  public static RetryPolicy withMaxRetries(int maxRetries) {
    return new RetryPolicy(
        maxRetries,
        Clock.systemUTC(),
        () -> ThreadLocalRandom.current().nextDouble(),
        RetryPolicy::sleepUnlessCanceled);
  }

  /** Returns whether a request with this response may be retried. */
  boolean isRetryable(Request request, Response response) {
    int status = response.code();
    return status == 429 || (isIdempotent(request) && isOutcomeUnknown(status));
  }

  /** Returns whether a request that failed without a response may be retried. */
  boolean isRetryable(Request request, IOException failure, boolean outcomeUnknown) {
    // OkHttp throws it after the last response to too many follow-up requests of an authenticator.
    boolean tooManyFollowUps = failure instanceof ProtocolException && !outcomeUnknown;
    return (isIdempotent(request) || !outcomeUnknown) && !tooManyFollowUps && isTransient(failure);
  }

  /**
   * Returns how long to wait before a retry: exponential backoff with full jitter, or what the API
   * asks for plus some jitter, so that clients do not all return at once.
   *
   * @param retry 0 for the first
   * @param retryAfter what the API asks for; null if it does not
   * @param remaining what remains of the call timeout
   * @return null if there must be no retry, after too many or because the wait is too long
   */
  public @Nullable Duration delayBeforeRetry(
      int retry, @Nullable Duration retryAfter, Duration remaining) {
    if (retry >= maxRetries) {
      return null;
    }
    long backoff = Math.min(FIRST_DELAY.toMillis() << Math.min(retry, 10), MAX_DELAY.toMillis());
    Duration delay = Duration.ofMillis((long) (backoff * random.getAsDouble()));
    if (retryAfter != null) {
      if (retryAfter.compareTo(MAX_RETRY_AFTER) > 0) {
        return null;
      }
      delay = retryAfter.plus(delay.dividedBy(4));
    }
    return delay.compareTo(remaining) < 0 ? delay : null;
  }

  /**
   * Reads the field {@code Retry-After}, in seconds or as a date, which counts from the response's
   * own date if it has one.
   *
   * @return zero for a date in the past; null if there is no such field, or none that can be read
   */
  public @Nullable Duration retryAfter(Response response) {
    String value = response.header("Retry-After", "").strip();
    if (value.matches("\\d{1,10}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Date date = response.headers().getDate("Retry-After");
    if (date == null) {
      return null;
    }
    Date sent = response.headers().getDate("Date"); // Clocks of two machines may differ.
    Instant start = sent == null ? clock.instant() : sent.toInstant();
    Duration wait = Duration.between(start, date.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** Returns whether the request is safe to send twice. */
  public static boolean isIdempotent(Request request) {
    return !request.method().equals("POST");
  }

  /** Returns whether the API may have processed a request although it responded with a status. */
  public static boolean isOutcomeUnknown(int status) {
    return status >= 500 || status == 408;
  }

  /** Returns whether the failure may pass; an untrusted certificate, for one, does not. */
  private static boolean isTransient(IOException failure) {
    boolean interrupted =
        failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
    boolean untrusted =
        failure instanceof SSLPeerUnverifiedException
            || failure.getCause() instanceof CertificateException;
    return !interrupted && !untrusted;
  }

  /** Polls, because OkHttp has no callback for a cancellation. */
  private static void sleepUnlessCanceled(Duration duration, Call call) throws IOException {
    long end = System.nanoTime() + duration.toNanos();
    try {
      for (long left; (left = end - System.nanoTime()) > 0; ) {
        if (call.isCanceled()) {
          throw new IOException("Canceled");
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(left, POLL.toNanos()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}

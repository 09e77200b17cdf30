package io.github.realtimekit.webhooks.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request again as {@link RetryPolicy} decides, within a budget for all calls of the
 * client: each retry takes one token, each response other than 408, 429 and 5xx gives one back. So
 * an API in trouble gets little more than the load of the calls themselves, and calls that wait for
 * a retry leave half of OkHttp's default dispatcher to others.
 */
public final class RetryInterceptor implements Interceptor {
  /** Half of the calls that OkHttp's dispatcher runs at once. */
  public static final int BUDGET = 32;

  private static final Duration NO_LIMIT = Duration.ofDays(1);

  private final RetryPolicy policy;
  private final ConnectionPool connections;
  private final AtomicInteger budget = new AtomicInteger(BUDGET);

  public RetryInterceptor(RetryPolicy policy, ConnectionPool connections) {
    this.policy = policy;
    this.connections = connections;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Call call = chain.call();
    Attempts attempts = Attempts.of(call.request());
    long start = System.nanoTime();
    boolean replacedConnection = false;
    int retry = 0;
    while (true) {
      attempts.begin(retry + 1);
      Duration delay;
      try {
        Response response = chain.proceed(request);
        delay =
            policy.isRetryable(request, response)
                ? delay(retry, policy.retryAfter(response), call, start)
                : null;
        if (delay == null) {
          refill(response.code());
          return response;
        }
        response.close();
      } catch (Exception e) {
        IOException failure = asIOException(e);
        if (call.isCanceled() || Thread.currentThread().isInterrupted()) {
          throw failure;
        }
        if (attempts.isConnectionDead() && !replacedConnection) {
          replacedConnection = true;
          connections.evictAll();
          continue;
        }
        delay =
            policy.isRetryable(request, failure, attempts.isLastOutcomeUnknown())
                ? delay(retry, null, call, start)
                : null;
        if (delay == null) {
          throw failure;
        }
      }
      policy.sleeper().sleep(delay, call);
      retry++;
    }
  }

  private @Nullable Duration delay(
      int retry, @Nullable Duration retryAfter, Call call, long start) {
    long timeout = call.timeout().timeoutNanos();
    Duration remaining =
        timeout == 0 ? NO_LIMIT : Duration.ofNanos(timeout - (System.nanoTime() - start));
    Duration delay = policy.delayBeforeRetry(retry, retryAfter, remaining);
    return delay != null && budget.getAndUpdate(left -> Math.max(left - 1, 0)) > 0 ? delay : null;
  }

  private void refill(int status) {
    if (status != 429 && !RetryPolicy.isOutcomeUnknown(status)) {
      budget.updateAndGet(left -> Math.min(left + 1, BUDGET));
    }
  }

  /** OkHttp 5 throws an undeclared {@link InterruptedException} from a thread that connects. */
  private static IOException asIOException(Exception e) {
    if (e instanceof IOException failure) {
      return failure;
    }
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      return interrupted;
    }
    throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }
}

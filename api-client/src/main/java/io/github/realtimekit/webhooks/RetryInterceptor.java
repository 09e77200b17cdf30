package io.github.realtimekit.webhooks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends a request again as {@link RetryPolicy} says and {@link RetryBudget} allows. */
final class RetryInterceptor implements Interceptor {
  private static final Duration NO_LIMIT = Duration.ofDays(1);

  private final RetryPolicy policy;
  private final ConnectionPool connections;
  private final RetryBudget budget = new RetryBudget();

  RetryInterceptor(RetryPolicy policy, ConnectionPool connections) {
    this.policy = policy;
    this.connections = connections;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Call call = chain.call();
    long start = System.nanoTime();
    Attempts attempts = Attempts.FIRST;
    boolean triedStale = false;
    while (true) {
      int retry = attempts.count() - 1;
      Duration delay;
      try {
        Response response = chain.proceed(request);
        attempts = attempts.responded(response.code());
        delay =
            policy.isRetryable(request, response)
                ? delay(retry, policy.retryAfter(response), call, start)
                : null;
        if (delay == null) {
          budget.responded(response.code());
          return attempts.isFirst() ? response : attempts.attachTo(response);
        }
        response.close();
      } catch (Exception e) {
        IOException failure = asIOException(e);
        attempts = attempts.failed(failure);
        if (call.isCanceled() || Thread.currentThread().isInterrupted()) {
          throw attempts.attachTo(failure);
        }
        if (!triedStale && policy.isStaleConnection(request, failure)) {
          triedStale = true;
          connections.evictAll();
          continue;
        }
        delay = policy.isRetryable(request, failure) ? delay(retry, null, call, start) : null;
        if (delay == null) {
          throw attempts.attachTo(failure);
        }
      }
      attempts = attempts.next();
      try {
        policy.sleeper().sleep(delay, call);
      } catch (IOException e) {
        throw attempts.attachTo(e);
      }
    }
  }

  private @Nullable Duration delay(
      int retry, @Nullable Duration retryAfter, Call call, long start) {
    long timeout = call.timeout().timeoutNanos();
    Duration remaining =
        timeout == 0 ? NO_LIMIT : Duration.ofNanos(timeout - (System.nanoTime() - start));
    Duration delay = policy.delayBeforeRetry(retry, retryAfter, remaining);
    return delay != null && budget.tryAcquire() ? delay : null;
  }

  /** OkHttp throws an undeclared {@link InterruptedException} from a thread that connects. */
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

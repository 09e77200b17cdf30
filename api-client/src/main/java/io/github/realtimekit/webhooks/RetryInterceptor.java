package io.github.realtimekit.webhooks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends a request again where that may help and is safe: a POST only if it surely was not carried
 * out, all else on any passing failure, since it is idempotent.
 */
final class RetryInterceptor implements Interceptor {
  private static final Duration FOREVER = Duration.ofDays(1);

  private final Backoff backoff;
  private final Interceptor attempt;

  /**
   * Calls the attempt itself: as a link of its own in OkHttp's chain it would take an object more
   * for each call.
   */
  RetryInterceptor(Backoff backoff, Interceptor attempt) {
    this.backoff = backoff;
    this.attempt = attempt;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    long start = System.nanoTime();
    for (int retry = 0; ; retry++) {
      Duration wait;
      try {
        Response response = attempt.intercept(chain);
        wait =
            mayRepeat(request, response)
                ? backoff.before(
                    retry, RetryAfter.of(response, backoff.clock()), left(chain.call(), start))
                : null;
        if (wait == null) {
          return response;
        }
        response.close();
      } catch (IOException e) {
        wait =
            mayRepeat(chain.call(), e)
                ? backoff.before(retry, null, left(chain.call(), start))
                : null;
        if (wait == null) {
          throw e;
        }
      }
      // What was answered does not count any more: an interruption of the wait is no answer.
      Exchange.of(request).reset();
      backoff.sleeper().sleep(wait, chain.call());
    }
  }

  /**
   * For the network's side of OkHttp, which repeats any request, a POST too, that is answered with
   * 503 and {@code Retry-After: 0}, whatever its settings.
   */
  static Response keepFromOkHttp(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == 503 && response.header("Retry-After", "").matches("0+")
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  /** Whether a failed request may have been carried out although it is not safe to repeat. */
  static boolean outcomeUnknown(Request request, IOException failure) {
    return !isIdempotent(request) && !surelyNotSent(failure);
  }

  /** The same for a request that was answered with this status. */
  static boolean outcomeUnknown(Request request, int status) {
    return !isIdempotent(request) && (status >= 500 || status == 408);
  }

  private static boolean mayRepeat(Request request, Response response) {
    int status = response.code();
    return status == 429 || (isIdempotent(request) && (status >= 500 || status == 408));
  }

  private static boolean mayRepeat(Call call, IOException failure) {
    boolean wanted = !call.isCanceled() && !Thread.currentThread().isInterrupted();
    boolean passing =
        !(failure instanceof SSLHandshakeException
            || failure instanceof SSLPeerUnverifiedException
            || failure instanceof AttemptInterceptor.TooLongException
            || (failure instanceof InterruptedIOException
                && !(failure instanceof SocketTimeoutException)));
    return wanted && passing && (isIdempotent(call.request()) || surelyNotSent(failure));
  }

  private static boolean isIdempotent(Request request) {
    return !request.method().equals("POST");
  }

  private static boolean surelyNotSent(IOException failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException;
  }

  private static Duration left(Call call, long start) {
    long whole = call.timeout().timeoutNanos();
    return whole == 0 ? FOREVER : Duration.ofNanos(whole - (System.nanoTime() - start));
  }
}

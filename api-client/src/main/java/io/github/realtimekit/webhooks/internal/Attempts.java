package io.github.realtimekit.webhooks.internal;

import java.util.Objects;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call: {@link RetryInterceptor} counts them, {@link WireInterceptor} notes
 * which requests it wrote and what became of them. Thread-safe: a caller that stops waiting reads
 * them in the middle of an attempt.
 *
 * <p>This is a tag of the call's own request, so interceptors that rebuild the chain's request do
 * not remove it. It holds the call, since Retrofit exposes only the call's request.
 */
final class Attempts {
  private @Nullable Call call;
  private volatile int count;
  private volatile boolean earlierOutcomeUnknown;
  private volatile boolean outcomeUnknown;
  private volatile boolean connectionDead;

  private Attempts() {}

  /** Creates a call with this tag. */
  static Call newCall(OkHttpClient http, Request request) {
    Attempts attempts = new Attempts();
    Call call = http.newCall(request.newBuilder().tag(Attempts.class, attempts).build());
    attempts.call = call;
    return call;
  }

  /** Returns the attempts of the call that was created with a request. */
  static Attempts of(Request request) {
    return Objects.requireNonNull(request.tag(Attempts.class));
  }

  Call call() {
    return Objects.requireNonNull(call);
  }

  /**
   * Begins an attempt.
   *
   * @param number from 1; the same again if a dead connection was replaced
   */
  void begin(int number) {
    earlierOutcomeUnknown = isOutcomeUnknown();
    outcomeUnknown = false;
    connectionDead = false;
    count = number;
  }

  /** Notes that the request is written from now on. */
  void writing() {
    outcomeUnknown = true;
  }

  /** Notes that the outcome is known: by a response, or because the server ignored the request. */
  void settled() {
    outcomeUnknown = false;
  }

  /** Notes that a pooled connection was dead, which does not count as a failure of the API. */
  void connectionDied() {
    connectionDead = true;
  }

  boolean isConnectionDead() {
    return connectionDead;
  }

  int count() {
    return count;
  }

  /** Returns whether the API may have processed this attempt's request although it failed. */
  boolean isLastOutcomeUnknown() {
    return outcomeUnknown;
  }

  /** Returns whether the API may have processed any attempt's request although it failed. */
  boolean isOutcomeUnknown() {
    return earlierOutcomeUnknown || outcomeUnknown;
  }
}

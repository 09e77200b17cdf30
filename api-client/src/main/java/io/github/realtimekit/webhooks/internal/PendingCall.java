package io.github.realtimekit.webhooks.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.AsyncTimeout;

/**
 * A future that sends a call, and cancels it when canceled. Its timeout begins when the call is
 * enqueued; that of OkHttp leaves out the time in the dispatcher's queue.
 */
final class PendingCall<T> extends CompletableFuture<T> implements Callback {
  private final Call call;
  private final Function<Outcome, T> reader;

  private PendingCall(Call call, Function<Outcome, T> reader) {
    this.call = call;
    this.reader = reader;
  }

  /** Returns a future of what the reader makes of the call's outcome. */
  static <T> PendingCall<T> enqueue(Call call, Function<Outcome, T> reader) {
    PendingCall<T> pending = new PendingCall<>(call, reader);
    pending.startTimer();
    call.enqueue(pending);
    return pending;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    // First, or the future would end with the failure of the canceled call.
    boolean canceled = super.cancel(mayInterruptIfRunning);
    call.cancel();
    return canceled;
  }

  @Override
  public void onResponse(Call call, Response response) {
    finish(() -> Outcome.of(call.request(), response));
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    finish(() -> Outcome.of(call.request(), failure));
  }

  private void finish(Supplier<Outcome> outcome) {
    try {
      complete(reader.apply(outcome.get()));
    } catch (Throwable e) {
      completeExceptionally(e);
    }
  }

  private void startTimer() {
    AsyncTimeout timer =
        new AsyncTimeout() {
          @Override
          protected void timedOut() {
            // Not here: stages that depend on the future may block, and Okio's thread must not.
            ForkJoinPool.commonPool().execute(PendingCall.this::onTimeout);
          }
        };
    timer.timeout(call.timeout().timeoutNanos(), TimeUnit.NANOSECONDS);
    timer.enter();
    var unused = whenComplete((value, failure) -> timer.exit());
  }

  private void onTimeout() {
    onFailure(call, new InterruptedIOException("timeout"));
    call.cancel();
  }
}

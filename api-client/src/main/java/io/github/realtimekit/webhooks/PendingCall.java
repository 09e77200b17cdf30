package io.github.realtimekit.webhooks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A future whose cancellation ends its call, and whose call timeout includes its time in a queue.
 */
abstract class PendingCall<T> extends CompletableFuture<T> implements Callback {
  private final Call call;
  private final Dispatcher dispatcher;
  private final CompletableFuture<Boolean> timer = new CompletableFuture<>();

  PendingCall(Call call, Dispatcher dispatcher) {
    this.call = call;
    this.dispatcher = dispatcher;
  }

  abstract T read(Response response);

  abstract RealtimeKitException noResponse(IOException failure);

  void start() {
    var unused = timer.thenAccept(this::end);
    long timeout = call.timeout().timeoutNanos();
    if (timeout > 0) {
      timer.completeOnTimeout(true, timeout, TimeUnit.NANOSECONDS);
    }
    call.enqueue(this);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    // First, or the future would end with the exception of the canceled call.
    boolean canceled = super.cancel(mayInterruptIfRunning);
    call.cancel();
    timer.complete(false);
    return canceled;
  }

  @Override
  public void onResponse(Call call, Response response) {
    timer.complete(false);
    try {
      complete(read(response));
    } catch (RuntimeException e) {
      completeExceptionally(e);
    }
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    boolean expired = !timer.complete(false) && timer.join();
    completeExceptionally(noResponse(expired ? timeout(failure) : failure));
  }

  private void end(boolean expired) {
    if (expired) {
      call.cancel();
    }
    if (expired && dispatcher.queuedCalls().contains(call)) {
      completeExceptionally(noResponse(Attempts.FIRST.attachTo(timeout(null))));
    }
  }

  private static IOException timeout(@Nullable IOException cause) {
    IOException timeout = new InterruptedIOException("timeout");
    timeout.initCause(cause);
    return timeout;
  }
}

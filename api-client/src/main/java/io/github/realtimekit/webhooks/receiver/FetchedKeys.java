package io.github.realtimekit.webhooks.receiver;

import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys fetched over HTTP, on separate threads, so that callers wait for a bounded time even if a
 * fetch hangs. Keys stay in use while newer ones cannot be fetched.
 */
final class FetchedKeys extends WebhookKeys {
  /** Less than the 3 seconds that a sender of deliveries may wait for the response. */
  static final Duration MAX_WAIT = Duration.ofMillis(2500);

  /** Fetches that may follow each other at once, and the interval between further ones. */
  private static final int BURST = 3;

  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private static final String LATE = "No response within " + MAX_WAIT.toMillis() + " ms";

  private final KeyRequest request;
  private final LongSupplier ticker;
  private final Executor threads =
      new ThreadPoolExecutor(
          0, BURST, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), FetchedKeys::daemon);

  private volatile KeySet known = KeySet.NONE;
  private volatile @Nullable Fetch latest;

  /** Time at which all fetches so far are paid for, at one per interval; guarded by this. */
  private long booked;

  FetchedKeys(KeyRequest request, LongSupplier ticker) {
    this.request = request;
    this.ticker = ticker;
    this.booked = ticker.getAsLong();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "realtimekit-webhook-keys");
    thread.setDaemon(true);
    return thread;
  }

  private static final class Fetch {
    final int number;
    final long started;
    final CompletableFuture<KeySet> result = new CompletableFuture<>();

    /** Time at which waiting for the fetch ends. */
    volatile long ended;

    Fetch(int number, long started) {
      this.number = number;
      this.started = started;
      this.ended = started + MAX_WAIT.toNanos();
    }

    @Nullable Throwable failure(long now) {
      if (result.isCompletedExceptionally()) {
        return result.handle((keys, failure) -> failure).join();
      }
      return result.isDone() || now - ended < 0 ? null : new TimeoutException(LATE);
    }

    void endBy(long now) {
      if (now - ended < 0) {
        ended = now;
      }
    }

    /** Waiting for failures takes at most a fifth of the time. */
    boolean isRemembered(long now) {
      return now - ended < 4 * (ended - started);
    }
  }

  @Override
  void verify(byte[] body, byte[] signature) {
    int before = started(); // The fetches that may have missed the key of this delivery.
    long deadline = deadline();
    KeySet keys = known;
    if (keys.isOld(ticker.getAsLong())) {
      renew(keys);
    }
    while (!keys.verifies(body, signature, ticker.getAsLong())) {
      if (keys.fetch() > before) {
        throw badSignature();
      }
      keys = await(fetchAfter(keys.fetch()), deadline);
    }
  }

  private long deadline() {
    return ticker.getAsLong() + MAX_WAIT.toNanos();
  }

  @Override
  public void refresh() {
    await(fetchAfter(started()), deadline());
  }

  @Override
  public Health health() {
    long now = ticker.getAsLong();
    KeySet keys = known;
    Fetch last = latest;
    Throwable failure = last == null ? null : last.failure(now);
    return new Health(
        keys.fetch() == 0 ? null : Duration.ofNanos(now - keys.started()),
        failure == null ? null : reason(failure));
  }

  private int started() {
    Fetch last = latest;
    return last == null ? 0 : last.number;
  }

  private void renew(KeySet keys) {
    try {
      fetchAfter(keys.fetch());
    } catch (DeliveryException e) {
      // These keys stay in use. The health view has the reason.
    }
  }

  /** Returns the last fetch if its number is higher, or starts one. */
  private synchronized Fetch fetchAfter(int number) {
    long now = ticker.getAsLong();
    Fetch last = latest;
    Throwable failure = last == null ? null : last.failure(now);
    if (last != null && failure == null && last.number > number) {
      return last;
    }
    if (last != null && failure != null && last.isRemembered(now)) {
      throw unavailable(failure);
    }
    booked += Math.max(0, now - booked);
    if (booked - now > (BURST - 1) * INTERVAL) {
      throw unavailable(
          failure != null ? failure : new IOException("It was fetched too often just now"));
    }
    booked += INTERVAL;
    Fetch next = new Fetch(started() + 1, now);
    latest = next;
    try {
      threads.execute(() -> run(next));
    } catch (RejectedExecutionException e) {
      next.result.completeExceptionally(new IOException("Earlier fetches have not ended", e));
    }
    return next;
  }

  private void run(Fetch fetch) {
    try {
      fetch.result.complete(store(fetch, request.send()));
    } catch (Throwable e) { // Rethrown to those that wait.
      fetch.endBy(ticker.getAsLong());
      fetch.result.completeExceptionally(e);
    }
  }

  private synchronized KeySet store(Fetch fetch, List<RSAPublicKey> keys) {
    if (known.fetch() < fetch.number) { // No later fetch ended sooner.
      known = known.next(fetch.number, fetch.started, keys, ticker.getAsLong());
    }
    return known;
  }

  private KeySet await(Fetch fetch, long deadline) {
    long now = ticker.getAsLong();
    long rest = Math.min(fetch.ended - now, deadline - now);
    try {
      return fetch.result.get(Math.max(0, rest), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw unavailable(Objects.requireNonNullElse(e.getCause(), e));
    } catch (TimeoutException e) {
      throw unavailable(new TimeoutException(LATE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private DeliveryException unavailable(Throwable cause) {
    return new DeliveryException(
        Reason.KEY_UNAVAILABLE,
        "The public key could not be fetched from %s: %s".formatted(request, reason(cause)),
        cause);
  }

  private static String reason(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
  }
}

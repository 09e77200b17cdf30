package io.github.realtimekit.webhooks.receiver;

import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Remembers deliveries, so that each is handled once: {@link #inMemory()} for one process, {@link
 * JdbcClaims} for several. Implementations are thread-safe.
 *
 * <p>A delivery is new, in progress or done. It is in progress for no longer than a lease, so that
 * the claim of a process that died becomes free. A handler should be done well before its lease
 * ends: after that, the next attempt of the delivery is handled, too.
 *
 * <p>RealtimeKit waits about 3 seconds for the response, then sends again. Work that may take
 * longer belongs behind a store or a queue: handle the delivery by storing it.
 */
public interface DeliveryClaims {
  /**
   * Claims a delivery in one step, for the time of a lease if it is new.
   *
   * @throws DeliveryException if the claims cannot be read or written, or are full
   */
  Claim claim(Delivery delivery);

  /**
   * Marks the delivery of a claim as done. Does nothing if the lease has ended and another claim
   * took its place.
   *
   * @throws DeliveryException if the claims cannot be written
   */
  void complete(Claim claim);

  /**
   * Gives up a claim, because handling failed: the next attempt is handled. Does nothing if the
   * lease has ended and another claim took its place.
   *
   * @throws DeliveryException if the claims cannot be written
   */
  void release(Claim claim);

  /**
   * Handles a delivery unless it is done. Whatever the handler throws releases the claim and is
   * thrown.
   *
   * @return true if the delivery was handled now, false if it was before: respond with 2xx to both
   * @throws DeliveryException with status 503 if another thread or process is handling the
   *     delivery, if the delivery could not be claimed, or if it was handled but that could not be
   *     stored
   */
  default boolean once(Delivery delivery, Consumer<? super Delivery> handler) {
    Claim claim = claim(delivery);
    if (claim.state() == State.DONE) {
      return false;
    }
    if (claim.state() == State.IN_PROGRESS) {
      throw new DeliveryException(Reason.IN_PROGRESS, "Another attempt is being handled");
    }
    try {
      handler.accept(delivery);
    } catch (Throwable failure) {
      try {
        release(claim);
      } catch (RuntimeException | Error e) {
        if (e != failure) {
          failure.addSuppressed(e);
        }
      }
      throw failure;
    }
    complete(claim);
    return true;
  }

  /**
   * Returns claims in memory: at most 10,000 deliveries, with a lease of a minute, remembered for
   * an hour, by {@link DeliveryIdentity#EITHER}.
   */
  static DeliveryClaims inMemory() {
    return inMemory(10_000, Duration.ofMinutes(1), Duration.ofHours(1), DeliveryIdentity.EITHER);
  }

  /**
   * Returns claims in memory. They are lost with the process, and other processes do not see them.
   *
   * @param maxDeliveries number to remember; beyond it, the oldest that is done is forgotten, and
   *     if all are in progress, {@link #once} and {@link #claim} throw for a new one
   * @param lease time after which a delivery in progress may be claimed again
   * @param expiry time after which a delivery that is done is forgotten
   * @param identity what makes two deliveries the same
   * @throws IllegalArgumentException if a limit is not positive, the lease is longer than the
   *     expiry, or one of them is longer than 100 years
   */
  static DeliveryClaims inMemory(
      int maxDeliveries, Duration lease, Duration expiry, DeliveryIdentity identity) {
    return new InMemoryClaims(maxDeliveries, lease, expiry, identity, System::nanoTime);
  }

  /**
   * Outcome of claiming a delivery.
   *
   * @param delivery the delivery
   * @param state state in which the claim found it
   * @param token text that no other claim has; only its claim is completed or released with it
   */
  record Claim(Delivery delivery, State state, String token) {
    /** State of a delivery. */
    public enum State {
      /** Not handled yet, or handling failed: the caller handles it. */
      NEW,
      /** Another claim holds it. */
      IN_PROGRESS,
      /** It is handled. */
      DONE
    }
  }
}

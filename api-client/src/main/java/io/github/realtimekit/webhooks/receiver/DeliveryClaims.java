package io.github.realtimekit.webhooks.receiver;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Remembers deliveries, so that each is handled once. Implementations are thread-safe.
 *
 * <p>A delivery counts as a duplicate if its {@link Delivery#id()} <em>or</em> its {@link
 * Delivery#fingerprint()} was claimed: a retry may come with another id, and whoever replays a
 * delivery can choose the id. Two events with the same bytes count as one, too: some tell no time.
 *
 * <p>Of your own, this is two unique columns of a table: {@link #claim} inserts, and is false where
 * the insertion fails; {@link #release} deletes.
 */
public interface DeliveryClaims {
  /** Claims a delivery in one step, and returns false if it was claimed before. */
  boolean claim(Delivery delivery);

  /** Gives up a claim, because handling failed: the next attempt is to be handled. */
  void release(Delivery delivery);

  /**
   * Handles a delivery unless it was claimed before, and releases the claim if the handler throws.
   *
   * @return whether the handler was called
   */
  default boolean once(Delivery delivery, Consumer<? super Delivery> handler) {
    if (!claim(delivery)) {
      return false;
    }
    boolean handled = false;
    try {
      handler.accept(delivery);
      handled = true;
    } finally {
      if (!handled) {
        release(delivery);
      }
    }
    return true;
  }

  /** Returns claims in memory: at most 10,000 deliveries, each for an hour. */
  static DeliveryClaims inMemory() {
    return inMemory(10_000, Duration.ofHours(1));
  }

  /**
   * Returns claims in memory. They are lost with the process, and unknown to other instances of a
   * service; the oldest gives way when there are more than the maximum, and expired ones count as
   * new. So this removes most duplicates, but is no protection against replays.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  static DeliveryClaims inMemory(int maxDeliveries, Duration expiry) {
    return new InMemoryClaims(maxDeliveries, expiry, System::nanoTime);
  }
}

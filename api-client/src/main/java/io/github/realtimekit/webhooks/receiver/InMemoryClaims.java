package io.github.realtimekit.webhooks.receiver;

import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Claims of one process. */
final class InMemoryClaims implements DeliveryClaims {
  private final int maxDeliveries;
  private final long lease;
  private final long expiry;
  private final DeliveryIdentity identity;
  private final LongSupplier ticker;

  /** By token, in the order in which they were claimed or completed; guarded by this. */
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** The same entries by key; guarded by this. */
  private final Map<String, Entry> byKey = new HashMap<>();

  /**
   * One delivery.
   *
   * @param ends reading of the ticker at which this expires
   */
  private record Entry(String token, List<String> keys, boolean done, long ends) {
    boolean isOver(long now) {
      return ends - now <= 0;
    }
  }

  InMemoryClaims(
      int maxDeliveries,
      Duration lease,
      Duration expiry,
      DeliveryIdentity identity,
      LongSupplier ticker) {
    this.maxDeliveries = Limits.positive("maxDeliveries", maxDeliveries);
    this.lease = Limits.positive("lease", lease).toNanos();
    this.expiry = Limits.positive("expiry", expiry).toNanos();
    this.identity = identity;
    this.ticker = ticker;
    if (this.lease > this.expiry) {
      throw new IllegalArgumentException(
          "The lease, %s, must not be longer than the expiry, %s".formatted(lease, expiry));
    }
  }

  @Override
  public synchronized Claim claim(Delivery delivery) {
    long now = ticker.getAsLong();
    List<String> keys = identity.keys(delivery).toList();
    Claim claim = new Claim(delivery, state(keys, now), UUID.randomUUID().toString());
    if (claim.state() == State.NEW) {
      makeRoom(now);
      put(new Entry(claim.token(), keys, false, now + lease));
    }
    return claim;
  }

  /** Returns the state of what has one of the keys. In progress wins, since it may still fail. */
  private State state(List<String> keys, long now) {
    State state = State.NEW;
    for (String key : keys) {
      Entry entry = byKey.get(key);
      if (entry == null) {
        continue;
      }
      if (entry.isOver(now)) {
        remove(entry);
      } else if (!entry.done()) {
        return State.IN_PROGRESS;
      } else {
        state = State.DONE;
      }
    }
    return state;
  }

  private void makeRoom(long now) {
    Iterator<Entry> oldestFirst = entries.values().iterator();
    while (oldestFirst.hasNext()) {
      Entry entry = oldestFirst.next();
      boolean full = entries.size() >= maxDeliveries;
      if (entry.isOver(now) || (full && entry.done())) {
        oldestFirst.remove();
        entry.keys().forEach(byKey::remove);
      } else if (!full) {
        return;
      }
    }
    if (entries.size() >= maxDeliveries) {
      throw new DeliveryException(
          Reason.IN_PROGRESS, maxDeliveries + " deliveries are in progress already");
    }
  }

  private void put(Entry entry) {
    entries.put(entry.token(), entry);
    entry.keys().forEach(key -> byKey.put(key, entry));
  }

  private void remove(Entry entry) {
    entries.remove(entry.token());
    entry.keys().forEach(byKey::remove);
  }

  @Override
  public synchronized void complete(Claim claim) {
    Entry running = entries.get(claim.token());
    if (running != null && !running.done()) {
      remove(running);
      put(new Entry(claim.token(), running.keys(), true, ticker.getAsLong() + expiry));
    }
  }

  @Override
  public synchronized void release(Claim claim) {
    Entry running = entries.get(claim.token());
    if (running != null && !running.done()) {
      remove(running);
    }
  }
}

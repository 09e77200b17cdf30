package io.github.realtimekit.webhooks.receiver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import okio.ByteString;

/** Claims in the order in which they were made. */
final class InMemoryClaims implements DeliveryClaims {
  private final int maxKeys;
  private final long expiry;
  private final LongSupplier ticker;

  /** Time of each claim; guarded by this. */
  private final Map<String, Long> claimed = new LinkedHashMap<>();

  InMemoryClaims(int maxDeliveries, Duration expiry, LongSupplier ticker) {
    if (maxDeliveries < 1 || expiry.isNegative() || expiry.isZero()) {
      throw new IllegalArgumentException("The maximum and the expiry must be positive");
    }
    this.maxKeys = Math.multiplyExact(maxDeliveries, 2);
    this.expiry = expiry.toNanos();
    this.ticker = ticker;
  }

  @Override
  public synchronized boolean claim(Delivery delivery) {
    long now = ticker.getAsLong();
    dropExpired(now);
    List<String> keys = keys(delivery);
    if (keys.stream().anyMatch(claimed::containsKey)) {
      return false;
    }
    keys.forEach(key -> claimed.put(key, now));
    dropOldest();
    return true;
  }

  @Override
  public synchronized void release(Delivery delivery) {
    keys(delivery).forEach(claimed::remove);
  }

  private void dropExpired(long now) {
    Iterator<Long> oldest = claimed.values().iterator();
    while (oldest.hasNext() && now - oldest.next() >= expiry) {
      oldest.remove();
    }
  }

  private void dropOldest() {
    Iterator<Long> oldest = claimed.values().iterator();
    for (int surplus = claimed.size() - maxKeys; surplus > 0; surplus--) {
      oldest.next();
      oldest.remove();
    }
  }

  /** Returns keys of a fixed length, since whoever sends a delivery chooses its id. */
  private static List<String> keys(Delivery delivery) {
    List<String> keys = new ArrayList<>();
    keys.add("body " + delivery.fingerprint());
    if (delivery.id() != null) {
      keys.add("id " + ByteString.encodeUtf8(delivery.id()).sha256().hex());
    }
    return keys;
  }
}

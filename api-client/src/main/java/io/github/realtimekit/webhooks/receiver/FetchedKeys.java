package io.github.realtimekit.webhooks.receiver;

import com.squareup.moshi.JsonReader;
import io.github.realtimekit.webhooks.internal.BaseUrl;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Keys fetched over HTTP. One thread fetches, and those that need the result wait for it. Keys that
 * are known stay in use while newer ones cannot be fetched.
 */
final class FetchedKeys extends WebhookKeys {
  /** Less than the 3 seconds that a sender of deliveries may wait for the response. */
  static final Duration TIMEOUT = Duration.ofMillis(2500);

  private static final long MAX_AGE = Duration.ofHours(1).toNanos();
  private static final long MIN_INTERVAL = Duration.ofSeconds(10).toNanos();
  private static final int MAX_BYTES = 64 * 1024;

  private final HttpUrl url;
  private final OkHttpClient http;
  private final LongSupplier ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable KeyRing keys;

  // Guarded by the lock.
  private @Nullable Exception failure;
  private long failed;

  FetchedKeys(String url, OkHttpClient http, LongSupplier ticker) {
    this.url = HttpUrl.get(url);
    if (!BaseUrl.isSecure(this.url)) {
      throw new IllegalArgumentException(
          "Anyone on the way could replace the key of %s: use https, or a host on this machine"
              .formatted(url));
    }
    OkHttpClient.Builder own = http.newBuilder().followRedirects(false).followSslRedirects(false);
    if (http.callTimeoutMillis() == 0) {
      own.callTimeout(TIMEOUT); // Others wait for the thread that fetches.
    }
    this.http = own.build();
    this.ticker = ticker;
  }

  @Override
  long now() {
    return ticker.getAsLong();
  }

  @Override
  KeyRing current(long arrived) {
    KeyRing known = keys;
    if (known != null && (now() - known.fetched() < MAX_AGE || lock.isLocked())) {
      return known; // Or another thread is fetching newer ones.
    }
    try {
      return renew(known, arrived, false);
    } catch (DeliveryException e) {
      if (known == null) {
        throw e;
      }
      return known;
    }
  }

  @Override
  KeyRing after(KeyRing tried, long arrived) {
    boolean fresh =
        tried.fetched() - arrived >= 0
            || (tried.afterFailure() && now() - tried.fetched() < MIN_INTERVAL);
    return fresh ? tried : renew(tried, arrived, true);
  }

  private KeyRing renew(@Nullable KeyRing known, long arrived, boolean afterFailure) {
    lock.lock();
    try {
      KeyRing newest = keys;
      if (newest != null && !newest.equals(known)) {
        return newest; // Fetched by another thread meanwhile.
      }
      if (failure != null
          && (failed - arrived >= 0 || (known != null && now() - failed < MIN_INTERVAL))) {
        throw unavailable(failure);
      }
      return fetch(known, afterFailure);
    } finally {
      lock.unlock();
    }
  }

  private KeyRing fetch(@Nullable KeyRing known, boolean afterFailure) {
    long started = now();
    try {
      KeyRing fetched = successor(known, request(), started, afterFailure);
      keys = fetched;
      failure = null;
      return fetched;
    } catch (Exception e) { // OkHttp may throw an InterruptedException that it does not declare.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (!Thread.currentThread().isInterrupted()) { // An interrupt concerns this thread alone.
        failure = e;
        failed = now();
      }
      throw unavailable(e);
    }
  }

  private static KeyRing successor(
      @Nullable KeyRing known, List<RSAPublicKey> current, long now, boolean afterFailure) {
    if (known == null) {
      return new KeyRing(current, List.of(), now, now, afterFailure);
    }
    if (!current.equals(known.current())) {
      return new KeyRing(current, known.current(), now, now, afterFailure);
    }
    boolean overlap = now - known.since() < MAX_AGE;
    List<? extends PublicKey> previous = overlap ? known.previous() : List.of();
    return new KeyRing(current, previous, known.since(), now, afterFailure);
  }

  private List<RSAPublicKey> request() throws IOException {
    try (Response response = http.newCall(new Request.Builder().url(url).build()).execute()) {
      if (response.code() != 200) {
        throw new IOException("Status code " + response.code());
      }
      BufferedSource body = response.body().source();
      if (body.request(MAX_BYTES + 1)) {
        throw new IOException("More than " + MAX_BYTES + " bytes");
      }
      if (JsonReader.of(body).readJsonValue() instanceof Map<?, ?> json
          && json.get("data") instanceof Map<?, ?> data
          && data.get("publicKey") instanceof String pem) {
        return Pem.publicKeys(pem);
      }
      throw new IOException("No data.publicKey");
    }
  }

  private DeliveryException unavailable(Exception cause) {
    return new DeliveryException(
        Reason.KEY_UNAVAILABLE, "The public key could not be fetched from " + url, cause);
  }
}

package io.github.realtimekit.webhooks.receiver;

import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** Public keys that deliveries are verified with. Thread-safe; receivers may share one. */
public abstract class WebhookKeys {
  private static final String REALTIMEKIT =
      "https://api.realtime.cloudflare.com/.well-known/webhooks.json";

  WebhookKeys() {}

  /**
   * Returns RealtimeKit's key. It is fetched with the first delivery and kept for an hour, and
   * fetched again, at most once in ten seconds, when a signature does not match. A fetch takes at
   * most 2.5 seconds.
   *
   * <p>{@link WebhookReceiver#receive(byte[], java.util.function.Function)} waits for the fetch. So
   * a test server that serves webhook and key needs a second thread, or its deliveries get a 503.
   */
  public static WebhookKeys realtimeKit() {
    return fetched(REALTIMEKIT);
  }

  /**
   * Returns the key that a URL serves as RealtimeKit does: JSON with the PEM in {@code
   * data.publicKey}.
   *
   * @throws IllegalArgumentException if it is not an HTTPS URL, or an HTTP URL on loopback
   */
  public static WebhookKeys fetched(String url) {
    return fetched(url, new OkHttpClient());
  }

  /**
   * Returns the key that a URL serves, fetched with an OkHttp client of your own, as behind a
   * proxy. Its timeouts apply; without a call timeout, a fetch takes at most 2.5 seconds. Redirects
   * are not followed.
   *
   * @throws IllegalArgumentException if it is not an HTTPS URL, or an HTTP URL on loopback
   */
  public static WebhookKeys fetched(String url, OkHttpClient http) {
    return new FetchedKeys(url, http, System::nanoTime);
  }

  /**
   * Returns keys that are never fetched: a delivery signed with another key is refused for good.
   *
   * @param pem one or more blocks {@code PUBLIC KEY}; a line break may be the two characters {@code
   *     \n}
   * @throws IllegalArgumentException if there is none, or one that is not RSA or below 2048 bits
   */
  public static WebhookKeys pinned(String... pem) {
    List<RSAPublicKey> keys = new ArrayList<>();
    for (String text : pem) {
      keys.addAll(Pem.publicKeys(text));
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("No key");
    }
    return new Pinned(new KeyRing(keys, List.of(), 0, 0, false));
  }

  /** Returns the time now in nanoseconds from some origin. */
  abstract long now();

  /**
   * Returns the keys to try first.
   *
   * @param arrived when the delivery came, as {@link #now()} told
   * @throws DeliveryException if there is no key, and none can be fetched
   */
  abstract KeyRing current(long arrived);

  /**
   * Returns newer keys than those that failed, or these if they are new enough to tell that a
   * signature is bad.
   *
   * @throws DeliveryException if newer ones are needed and cannot be fetched
   */
  abstract KeyRing after(KeyRing failed, long arrived);

  private static final class Pinned extends WebhookKeys {
    private final KeyRing keys;

    Pinned(KeyRing keys) {
      this.keys = keys;
    }

    @Override
    long now() {
      return 0;
    }

    @Override
    KeyRing current(long arrived) {
      return keys;
    }

    @Override
    KeyRing after(KeyRing failed, long arrived) {
      return keys;
    }
  }
}

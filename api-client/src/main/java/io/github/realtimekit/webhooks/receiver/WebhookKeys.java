package io.github.realtimekit.webhooks.receiver;

import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Public keys that deliveries are verified with. Thread-safe; receivers may share one. */
public abstract class WebhookKeys {
  private static final String REALTIMEKIT =
      "https://api.realtime.cloudflare.com/.well-known/webhooks.json";

  WebhookKeys() {}

  /**
   * Returns RealtimeKit's key. It is fetched with the first delivery or by an earlier {@link
   * #refresh()}, again with the first delivery after an hour, and again when a signature does not
   * match: at most three times in a row, then once in ten seconds. A known key stays in use while
   * another cannot be fetched. One that was replaced is accepted for another hour, or until the
   * next one is replaced.
   *
   * <p>{@link WebhookReceiver#receive(byte[], java.util.function.Function)} waits for the fetch for
   * at most 2.5 seconds. So a test server that serves both webhook and key needs a second thread,
   * or its deliveries get a 503. A failure is remembered for four times as long as the fetch took;
   * deliveries that need another key get a 503 at once in that time.
   */
  public static WebhookKeys realtimeKit() {
    return fetched(REALTIMEKIT);
  }

  /**
   * Returns the key that a URL serves as RealtimeKit does: JSON with the PEM in {@code
   * data.publicKey}.
   *
   * @throws IllegalArgumentException unless it is an HTTPS URL, or an HTTP URL on loopback
   */
  public static WebhookKeys fetched(String url) {
    return fetched(url, new OkHttpClient());
  }

  /**
   * Returns the key that a URL serves, fetched with the OkHttp client of the application, as behind
   * a proxy. Its timeouts apply to the fetch, which goes on when deliveries stop waiting for it. A
   * client without a call timeout gets one of 2.5 seconds. Redirects are not followed.
   *
   * @throws IllegalArgumentException unless it is an HTTPS URL, or an HTTP URL on loopback
   */
  public static WebhookKeys fetched(String url, OkHttpClient http) {
    return new FetchedKeys(new KeyRequest(url, http), System::nanoTime);
  }

  /**
   * Returns keys that are never fetched. A delivery signed with another key is rejected with 401,
   * and lost, also after RealtimeKit has replaced its key.
   *
   * @param pem one or more blocks {@code PUBLIC KEY}; a line break may be the two characters {@code
   *     \n}
   * @throws IllegalArgumentException if there is none, or one that is not RSA or has less than 2048
   *     bits
   */
  public static WebhookKeys pinned(String... pem) {
    List<RSAPublicKey> keys = new ArrayList<>();
    for (String text : pem) {
      keys.addAll(Pem.publicKeys(text));
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("No key");
    }
    return new Pinned(List.copyOf(keys));
  }

  /**
   * Fetches the key and waits for it, as a service does before it takes deliveries. Does nothing if
   * keys are pinned.
   *
   * @throws DeliveryException with the reason {@code KEY_UNAVAILABLE} if the key cannot be fetched,
   *     or was fetched too often just now
   */
  public abstract void refresh();

  /** Returns the age of the key and the failure of the last fetch, for a health check. */
  public abstract Health health();

  /**
   * State of the keys.
   *
   * @param age time since the key was last fetched, null if it never was; zero if keys are pinned
   * @param failure why the last fetch failed, null if it succeeded or has not ended
   */
  public record Health(@Nullable Duration age, @Nullable String failure) {}

  /**
   * Verifies a signature.
   *
   * @throws DeliveryException if it does not match the body, or might match with a key that cannot
   *     be fetched
   */
  abstract void verify(byte[] body, byte[] signature);

  static DeliveryException badSignature() {
    return new DeliveryException(Reason.BAD_SIGNATURE, "The signature does not match the body");
  }

  private static final class Pinned extends WebhookKeys {
    private final List<RSAPublicKey> keys;

    Pinned(List<RSAPublicKey> keys) {
      this.keys = keys;
    }

    @Override
    void verify(byte[] body, byte[] signature) {
      if (!KeySet.verifies(keys, body, signature)) {
        throw badSignature();
      }
    }

    @Override
    public void refresh() {}

    @Override
    public Health health() {
      return new Health(Duration.ZERO, null);
    }
  }
}

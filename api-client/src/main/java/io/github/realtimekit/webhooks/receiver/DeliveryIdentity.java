package io.github.realtimekit.webhooks.receiver;

import java.util.Objects;
import java.util.stream.Stream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Rule by which two deliveries of one webhook are the same event. Deliveries of two webhooks never
 * are. None is right for all, since nothing but the body is signed and whether a retry repeats the
 * id is not settled.
 */
public enum DeliveryIdentity {
  /**
   * Compares {@link Delivery#id()}, or the fingerprint where there is no id. Handles an event again
   * if a retry has another id, or if someone replays it with another id. Loses none, unless two
   * events have one id.
   */
  ID,

  /**
   * Compares {@link Delivery#fingerprint()}. Loses an event whose body equals an earlier one, byte
   * for byte, as that of a live stream which goes on air a second time: some events have no time.
   */
  FINGERPRINT,

  /**
   * Compares both: an equal id or an equal fingerprint is enough. The default; handles an event
   * once even if a retry has another id, and loses what {@link #FINGERPRINT} loses.
   */
  EITHER;

  /**
   * Returns one or two keys of 64 hexadecimal digits, which hold the webhook, too: deliveries with
   * a key in common are the same.
   */
  public Stream<String> keys(Delivery delivery) {
    return Stream.of(idKey(delivery), fingerprintKey(delivery)).filter(Objects::nonNull);
  }

  @Nullable String idKey(Delivery delivery) {
    return this == FINGERPRINT || delivery.id() == null ? null : key("id", delivery, delivery.id());
  }

  @Nullable String fingerprintKey(Delivery delivery) {
    return this == ID && delivery.id() != null
        ? null
        : key("body", delivery, delivery.fingerprint());
  }

  /** Hashes, since whoever sends a delivery chooses the length of its ids. */
  private static String key(String kind, Delivery delivery, String value) {
    String webhookId = Objects.requireNonNullElse(delivery.webhookId(), "");
    return ByteString.encodeUtf8(kind + '\n' + webhookId + '\n' + value).sha256().hex();
  }
}

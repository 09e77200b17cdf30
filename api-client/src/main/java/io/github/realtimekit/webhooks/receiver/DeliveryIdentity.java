package io.github.realtimekit.webhooks.receiver;

import java.util.Objects;
import java.util.stream.Stream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Rule by which two deliveries to one webhook are the same event. Deliveries to two webhooks never
 * are. No rule fits all services: only the body is signed, and RealtimeKit does not document
 * whether a retry has the same id.
 */
public enum DeliveryIdentity {
  /**
   * Compares {@link Delivery#id()}, or the fingerprint where there is no id. Handles an event again
   * if a retry or a replay has another id. Loses an event only if another has the same id.
   */
  ID,

  /**
   * Compares {@link Delivery#fingerprint()}. Loses an event whose body equals an earlier one, byte
   * for byte: some carry no timestamp, such as that of a livestream that starts again.
   */
  FINGERPRINT,

  /**
   * Compares both: an equal id or an equal fingerprint is enough. The default; handles an event
   * once even if a retry has another id, and loses an event where either of the others does.
   */
  EITHER;

  /**
   * Returns one or two keys of 64 hexadecimal digits, hashes that include the webhook's id:
   * deliveries with a key in common are the same.
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

  /** Returns a hash, since the sender of a delivery chooses the length of its ids. */
  private static String key(String kind, Delivery delivery, String value) {
    String webhookId = Objects.requireNonNullElse(delivery.webhookId(), "");
    return ByteString.encodeUtf8(kind + '\n' + webhookId + '\n' + value).sha256().hex();
  }
}

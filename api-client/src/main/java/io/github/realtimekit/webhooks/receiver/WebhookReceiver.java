package io.github.realtimekit.webhooks.receiver;

import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Verifies and reads what RealtimeKit delivers to a webhook's URL.
 *
 * <pre>{@code
 * WebhookReceiver receiver = WebhookReceiver.builder().build();
 *
 * try {
 *   Delivery delivery = receiver.receive(request.getInputStream(), request::getHeader);
 *   if (delivery.event() instanceof MeetingEnded ended) {
 *     archive(ended.meeting());
 *   }
 * } catch (DeliveryException e) {
 *   response.setStatus(e.httpStatus());
 * }
 * }</pre>
 *
 * <p>A signature covers the body and nothing else: no header, no time. So it does not reveal a
 * replay, and since RealtimeKit signs with one key for all apps, neither that an event belongs to
 * another app. Therefore:
 *
 * <ul>
 *   <li>Remove duplicates by {@link Delivery#id()} <em>and</em> {@link Delivery#fingerprint()}, in
 *       durable storage: {@link DeliveryClaims}.
 *   <li>Fetch from the API what matters, rather than trusting the event.
 *   <li>Set {@link Builder#webhookIds} and {@link Builder#organizationIds}. They catch mistakes,
 *       but prove nothing.
 *   <li>Respond with 2xx to an {@code UnknownEvent} too.
 * </ul>
 *
 * <p>Immutable and thread-safe: keep one.
 */
public final class WebhookReceiver {
  /** More than the longest signature that the JDK verifies, in Base64. */
  private static final int MAX_SIGNATURE = 4096;

  /** Today's, and the one from before RealtimeKit got its name. */
  private static final List<String> PREFIXES = List.of("rtk-", "dyte-");

  private final WebhookKeys keys;
  private final int maxBodyBytes;
  private final Set<String> webhookIds;
  private final Set<String> organizationIds;

  private WebhookReceiver(Builder builder) {
    this.keys = builder.keys == null ? WebhookKeys.realtimeKit() : builder.keys;
    this.maxBodyBytes = builder.maxBodyBytes;
    this.webhookIds = builder.webhookIds;
    this.organizationIds = builder.organizationIds;
  }

  /** Returns a builder whose receivers fetch RealtimeKit's key. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Verifies a delivery and reads its event.
   *
   * @param body as it was received, byte for byte
   * @param headers returns the value of a header, null or blank if the request has none of this
   *     name; asked in lower case; what it throws is passed on. For a plain map, copy it to a
   *     {@code TreeMap} that ignores case
   * @throws DeliveryException if the delivery is not accepted
   */
  public Delivery receive(byte[] body, Function<String, @Nullable String> headers) {
    long arrived = keys.now();
    if (body.length > maxBodyBytes) {
      throw tooLarge();
    }
    ByteString bytes = ByteString.of(body);
    verify(body, signature(headers), arrived);
    String webhookId = header(headers, "webhook-id");
    if (!webhookIds.isEmpty() && !webhookIds.contains(lowerCase(webhookId))) {
      throw new DeliveryException(Reason.OTHER_WEBHOOK, "The delivery is for another webhook");
    }
    if (!organizationIds.isEmpty() && !organizationIds.containsAll(OrganizationIds.in(bytes))) {
      throw new DeliveryException(
          Reason.OTHER_ORGANIZATION, "The event belongs to another organization");
    }
    Event event = Event.parse(body);
    return new Delivery(header(headers, "uuid"), webhookId, event, bytes);
  }

  /**
   * Reads a body, no further than the limit, and does the same with it.
   *
   * @throws DeliveryException if the delivery is not accepted
   * @throws IOException if the body cannot be read
   */
  public Delivery receive(InputStream body, Function<String, @Nullable String> headers)
      throws IOException {
    byte[] bytes = body.readNBytes(maxBodyBytes);
    if (bytes.length == maxBodyBytes && body.read() >= 0) {
      throw tooLarge();
    }
    return receive(bytes, headers);
  }

  private void verify(byte[] body, byte[] signature, long arrived) {
    KeyRing tried = keys.current(arrived);
    while (!tried.verifies(body, signature)) {
      KeyRing newer = keys.after(tried, arrived);
      if (newer.equals(tried)) {
        throw badSignature("The signature does not match the body");
      }
      tried = newer;
    }
  }

  private static byte[] signature(Function<String, @Nullable String> headers) {
    String text = header(headers, "signature");
    if (text == null) {
      throw new DeliveryException(Reason.MISSING_SIGNATURE, "The header rtk-signature is missing");
    }
    if (text.length() > MAX_SIGNATURE) {
      throw badSignature("The signature is too long");
    }
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw badSignature("The signature is not Base64");
    }
  }

  /** Returns a header that is there and not blank: two blank ids do not make a duplicate. */
  private static @Nullable String header(Function<String, @Nullable String> headers, String name) {
    for (String prefix : PREFIXES) {
      String value = headers.apply(prefix + name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  private static String lowerCase(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static DeliveryException badSignature(String message) {
    return new DeliveryException(Reason.BAD_SIGNATURE, message);
  }

  private DeliveryException tooLarge() {
    return new DeliveryException(
        Reason.TOO_LARGE, "The body is larger than " + maxBodyBytes + " bytes");
  }

  /** Collects the settings of a {@link WebhookReceiver}; each has a default. Not thread-safe. */
  public static final class Builder {
    private @Nullable WebhookKeys keys;
    private int maxBodyBytes = 1024 * 1024;
    private Set<String> webhookIds = Set.of();
    private Set<String> organizationIds = Set.of();

    private Builder() {}

    /** Sets the keys to verify with, in place of RealtimeKit's. */
    public Builder keys(WebhookKeys keys) {
      this.keys = keys;
      return this;
    }

    /**
     * Sets the largest body to accept; 1 MiB by default.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxBodyBytes(int maxBodyBytes) {
      if (maxBodyBytes < 1) {
        throw new IllegalArgumentException("maxBodyBytes must be positive: " + maxBodyBytes);
      }
      this.maxBodyBytes = maxBodyBytes;
      return this;
    }

    /**
     * Accepts deliveries for these webhooks only. The header that names the webhook is not signed,
     * so this is a check against mistakes.
     */
    public Builder webhookIds(UUID... ids) {
      this.webhookIds = texts(List.of(ids));
      return this;
    }

    /**
     * Accepts events of these organizations only: those whose {@code organizedBy.id} and {@code
     * organizationId}, as far as they are there, are among them. An event without either is
     * accepted.
     */
    public Builder organizationIds(UUID... ids) {
      this.organizationIds = texts(List.of(ids));
      return this;
    }

    /** Builds the receiver. */
    public WebhookReceiver build() {
      return new WebhookReceiver(this);
    }

    private static Set<String> texts(Collection<UUID> ids) {
      Set<String> texts = new HashSet<>();
      ids.forEach(id -> texts.add(id.toString()));
      return Set.copyOf(texts);
    }
  }
}

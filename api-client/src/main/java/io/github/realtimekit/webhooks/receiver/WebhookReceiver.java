package io.github.realtimekit.webhooks.receiver;

import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Verifies and reads what RealtimeKit delivers to a webhook's URL.
 *
 * <p>{@link WebhookEndpoint} is an endpoint with one. RealtimeKit waits about 3 seconds for the
 * response, then sends again; after 5xx it sends again, too, and after any other error it does not.
 *
 * <p>A signature covers the body and nothing else: no header, no time. So it does not reveal a
 * replay, and since RealtimeKit signs with one key for all apps, neither that an event belongs to
 * another app. Therefore:
 *
 * <ul>
 *   <li>Remove duplicates, in durable storage where it matters: {@link DeliveryClaims}.
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

  /** Current header prefix, and Dyte's legacy one. */
  private static final List<String> PREFIXES = List.of("rtk-", "dyte-");

  private final WebhookKeys keys;
  private final int maxBodyBytes;
  private final @Nullable Supplier<? extends Collection<UUID>> webhookIds;
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
    if (body.length > maxBodyBytes) {
      throw tooLarge();
    }
    ByteString bytes = ByteString.of(body);
    keys.verify(body, signature(headers));
    String webhookId = header(headers, "webhook-id");
    if (webhookIds != null) {
      checkWebhook(webhookId, webhookIds.get());
    }
    if (!organizationIds.isEmpty() && !organizationIds.containsAll(OrganizationIds.in(bytes))) {
      throw new DeliveryException(
          Reason.OTHER_ORGANIZATION, "The event belongs to another organization");
    }
    Event event = Event.parse(body);
    return new Delivery(header(headers, "uuid"), webhookId, event, bytes);
  }

  /**
   * Reads at most {@code maxBodyBytes} and one more, then calls {@link #receive(byte[], Function)}.
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

  private static void checkWebhook(@Nullable String id, Collection<UUID> expected) {
    if (expected.isEmpty()) {
      throw new DeliveryException(
          Reason.WEBHOOK_IDS_UNAVAILABLE, "The ids of the webhooks are not known yet");
    }
    if (expected.stream().noneMatch(each -> each.toString().equalsIgnoreCase(id))) {
      throw new DeliveryException(Reason.OTHER_WEBHOOK, "The delivery is for another webhook");
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
    private @Nullable Supplier<? extends Collection<UUID>> webhookIds;
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
      this.maxBodyBytes = Limits.positive("maxBodyBytes", maxBodyBytes);
      return this;
    }

    /**
     * Accepts deliveries for these webhooks only. The header that names the webhook is not signed,
     * so this is a check against mistakes.
     *
     * @throws IllegalArgumentException if there is no id
     */
    public Builder webhookIds(UUID... ids) {
      List<UUID> known = List.of(ids);
      checkNotEmpty("webhookIds", known);
      return webhookIds(() -> known);
    }

    /**
     * Accepts deliveries for the webhooks that the supplier returns at the time of each. While it
     * returns none, as before the webhook is created, deliveries get a 503 and come again.
     */
    public Builder webhookIds(Supplier<? extends Collection<UUID>> ids) {
      this.webhookIds = ids;
      return this;
    }

    /**
     * Accepts events of these organizations only: those whose {@code organizedBy.id} and {@code
     * organizationId}, as far as they are there, are among them, in upper or lower case. An event
     * without either is accepted.
     *
     * <p>RealtimeKit does not document the id; it is probably that of the app. Take it from a
     * delivery that is surely yours: {@code organizedBy.id} of its meeting, as {@code rtk-webhooks
     * listen} prints it.
     *
     * @throws IllegalArgumentException if there is no id
     */
    public Builder organizationIds(String... ids) {
      checkNotEmpty("organizationIds", List.of(ids));
      this.organizationIds =
          Stream.of(ids).map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
      return this;
    }

    private static void checkNotEmpty(String name, List<?> ids) {
      if (ids.isEmpty()) {
        throw new IllegalArgumentException(name + ": no delivery would be accepted without an id");
      }
    }

    /** Builds the receiver. */
    public WebhookReceiver build() {
      return new WebhookReceiver(this);
    }
  }
}

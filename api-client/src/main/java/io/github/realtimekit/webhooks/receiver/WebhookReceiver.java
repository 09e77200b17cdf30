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
 * Verifies the deliveries that RealtimeKit sends to a webhook's URL, and reads their events.
 *
 * <p>{@link WebhookEndpoint} makes an endpoint of one. RealtimeKit waits about 3 seconds for the
 * response, then sends again. It also sends again after a 5xx, but not after any other error.
 *
 * <p>The signature covers only the body: no header, no time. It does not detect a replay. And since
 * RealtimeKit signs with one key for all apps, the event may belong to another app. Therefore:
 *
 * <ul>
 *   <li>Remove duplicates, in durable storage where it matters: {@link DeliveryClaims}.
 *   <li>Fetch from the API what matters, rather than trusting the event.
 *   <li>Set {@link Builder#webhookIds} and {@link Builder#organizationIds}, which catch mistakes
 *       but are no proof.
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
   * @param headers returns the value of a header by its name, which is in lower case while that in
   *     the request may not be; null or blank if the request has none. Copy a plain map to a {@code
   *     TreeMap} that ignores case
   * @throws DeliveryException if the delivery is not accepted. Exceptions of the function, and of
   *     the supplier of {@code webhookIds}, are passed on
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
   * Does not close the stream.
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
     * Accepts deliveries for these webhooks only. The header with the webhook's id is not signed,
     * so this catches mistakes, but no forgeries.
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
     * Accepts events of these organizations only: each {@code organizedBy.id} and {@code
     * organizationId} in the event has to be one of them, in upper or lower case. An event without
     * either is accepted.
     *
     * <p>RealtimeKit does not document the id, which is probably that of the app. Take it from a
     * delivery of your own: {@code organizedBy.id} of its meeting, which {@code rtk-webhooks
     * listen} prints.
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

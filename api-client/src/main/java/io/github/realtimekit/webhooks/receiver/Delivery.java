package io.github.realtimekit.webhooks.receiver;

import io.github.realtimekit.webhooks.Event;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An event as it was delivered. Immutable and thread-safe. */
public final class Delivery {
  private final @Nullable String id;
  private final @Nullable String webhookId;
  private final Event event;
  private final ByteString body;

  Delivery(@Nullable String id, @Nullable String webhookId, Event event, ByteString body) {
    this.id = id;
    this.webhookId = webhookId;
    this.event = event;
    this.body = body;
  }

  /**
   * Creates a delivery in a test, or from what a store has of it. Verifies nothing.
   *
   * @param id as {@link #id()} returned it
   * @param webhookId as {@link #webhookId()} returned it
   * @param body as {@link #body()} returned it
   */
  public static Delivery of(@Nullable String id, @Nullable String webhookId, byte[] body) {
    return new Delivery(id, webhookId, Event.parse(body), ByteString.of(body));
  }

  /**
   * Returns the header {@code rtk-uuid}, null if it is missing or blank. It is not signed, so a
   * replay can have another.
   */
  public @Nullable String id() {
    return id;
  }

  /** Returns the header {@code rtk-webhook-id}, null if missing or blank. It is not signed. */
  public @Nullable String webhookId() {
    return webhookId;
  }

  /** Returns the event. */
  public Event event() {
    return event;
  }

  /** Returns the SHA-256 of the body in lower-case hexadecimal, the same for each replay. */
  public String fingerprint() {
    return body.sha256().hex();
  }

  /** Returns a copy of the body as it was received. It may contain secrets. */
  public byte[] body() {
    return body.toByteArray();
  }

  @Override
  public String toString() {
    return "Delivery[id=%s, webhookId=%s, event=%s]".formatted(id, webhookId, event.type());
  }
}

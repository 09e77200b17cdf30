package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * An app of the sandbox: sets up what a test needs, and returns the requests that it received.
 * Thread-safe.
 */
public final class SandboxApp {
  private final Apps.Key key;
  private final Apps apps;
  private final Deliveries deliveries;
  private final List<String> events;

  SandboxApp(Apps.Key key, Apps apps, Deliveries deliveries, List<String> events) {
    this.key = key;
    this.apps = apps;
    this.deliveries = deliveries;
    this.events = events;
  }

  /** Returns the account id for the client. */
  public String accountId() {
    return key.accountId();
  }

  /** Returns the app id for the client. */
  public String appId() {
    return key.appId();
  }

  /**
   * Adds an enabled webhook for every event type of the spec.
   *
   * @return the id of the webhook
   * @throws IllegalStateException if another webhook of the app has the URL
   */
  public String addWebhook(String name, String url) {
    UUID id = UUID.randomUUID();
    addWebhook(id, name, url, true, events);
    return id.toString();
  }

  /**
   * Adds a webhook.
   *
   * @throws IllegalStateException if another webhook of the app has the URL
   */
  public void addWebhook(UUID id, String name, String url, boolean enabled, List<String> events) {
    ObjectNode fields = Json.object().put("name", name).put("url", url).put("enabled", enabled);
    events.forEach(fields.putArray("events")::add);
    if (state().create(id, fields).isEmpty()) {
      throw new IllegalStateException("another webhook has the URL " + url);
    }
  }

  /** Makes the next request to the app fail; each further call is for one more request. */
  public void failNext(Failure failure) {
    state().failNext(failure);
  }

  /**
   * Returns the requests that named the app, oldest first, including those with a wrong token. The
   * sandbox keeps the latest, up to 16 million characters of requests and responses for all apps.
   */
  public List<Received> received() {
    return apps.received(key);
  }

  /**
   * Delivers the spec's example of an event to each enabled webhook that subscribed to it. Retries
   * after a 5xx, and where there is no response; returns when all is done.
   *
   * <p>The sandbox's first delivery of an event type has the example's {@code createdAt}, each
   * further one a millisecond more, so that a receiver takes no two for duplicates. {@link
   * DeliveryFault#DUPLICATE} repeats a delivery, and {@link EventDelivery#fields} can fix the time.
   *
   * @param event type of the event, such as {@code meeting.ended}
   * @return the attempts in order
   */
  public List<DeliveryAttempt> deliver(String event) {
    return deliver(EventDelivery.of(event));
  }

  /**
   * Delivers an event as {@link #deliver(String)} does, with changed fields or with faults.
   *
   * @return the attempts in order, with those for deliveries that were held back until now
   */
  public List<DeliveryAttempt> deliver(EventDelivery delivery) {
    return deliveries.deliver(state(), delivery);
  }

  /**
   * Returns the attempts to deliver events of the app, in order: those of the latest deliveries, up
   * to 16 million characters.
   */
  public List<DeliveryAttempt> deliveryAttempts() {
    return state().deliveries().stream().flatMap(each -> each.attempts().stream()).toList();
  }

  /** Removes the app's webhooks, pending failures, received requests and delivery attempts. */
  public void clear() {
    apps.clear(key);
  }

  private AppState state() {
    return apps.state(key);
  }
}

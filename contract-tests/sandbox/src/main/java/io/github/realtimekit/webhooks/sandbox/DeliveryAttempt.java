package io.github.realtimekit.webhooks.sandbox;

/**
 * One POST of an event to a webhook's URL.
 *
 * @param event type of the event
 * @param webhookId id of the webhook, sent as {@code rtk-webhook-id}
 * @param url that it was sent to
 * @param id of the delivery, sent as {@code rtk-uuid}
 * @param body JSON of the event, as it was signed
 * @param status status code of the response, 0 if there was none
 * @param error why there was no response, empty if there was one
 */
public record DeliveryAttempt(
    String event, String webhookId, String url, String id, String body, int status, String error) {
  /** Returns whether the webhook accepted the event: any 2xx. */
  public boolean isDelivered() {
    return status / 100 == 2;
  }

  /** Returns whether the sandbox tries again: after a 5xx, and where there was no response. */
  boolean isRetried() {
    return status == 0 || status / 100 == 5;
  }
}

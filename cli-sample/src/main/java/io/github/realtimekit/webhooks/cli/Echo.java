package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;

/** The live API answers a change with a part of the webhook; this gets the rest. */
final class Echo {
  private Echo() {}

  /**
   * The whole webhook; the part if the rest cannot be had, since the change was made all the same.
   */
  static Webhook whole(Webhook answer, UUID id, WebhooksClient client) {
    if (answer.missingFields().isEmpty()) {
      return answer;
    }
    try {
      return client.getWebhook(id);
    } catch (RealtimeKitException unreadable) {
      Complaints.warn("the change was made, and reading all of it again failed", unreadable);
      return answer;
    }
  }
}

package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.net.URI;
import java.util.List;

final class QuickStart {
  public static void main(String[] args) {
    // snippet: quick-start
    try (WebhooksClient webhooks = WebhooksClient.builder().fromEnvironment().build()) {
      Webhook created =
          webhooks.createWebhook(
              WebhookRequest.builder()
                  .name("All events webhook")
                  .url(URI.create("https://example.com/hooks"))
                  .events(EventType.known())
                  .build());
      // Sends the name, and nothing else.
      webhooks.editWebhook(created.id(), WebhookPatch.builder().name("renamed").build());
      List<Webhook> all = webhooks.listWebhooks();
      all.forEach(webhook -> System.out.println(webhook.name() + " " + webhook.url()));
      webhooks.deleteWebhook(created.id());
    }
    // end
  }
}

package io.github.realtimekit.webhooks.readme;

// snippet: go-example
import static io.github.realtimekit.webhooks.EventType.*;

import io.github.realtimekit.webhooks.*;
import java.net.URI;

public class GoExample {
  public static void main(String[] args) {
    WebhooksClient client =
        WebhooksClient.builder()
            .fromEnvironment() // CLOUDFLARE_API_TOKEN
            .accountId("023e105f4ecef8ad9ca31a8372d0c353")
            .appId("app_id")
            .build();
    Webhook webhook =
        client.createWebhook(
            WebhookRequest.builder()
                .events(
                    MEETING_STARTED,
                    MEETING_ENDED,
                    MEETING_PARTICIPANT_JOINED,
                    MEETING_PARTICIPANT_LEFT,
                    MEETING_CHAT_SYNCED,
                    RECORDING_STATUS_UPDATE,
                    LIVESTREAMING_STATUS_UPDATE,
                    MEETING_TRANSCRIPT,
                    MEETING_SUMMARY)
                .name("All events webhook")
                .url(URI.create("https://webhook.site/b23a5bbd-c7b0-4ced-a9e2-78ae7889897e"))
                .build());
    System.out.println(webhook);
    client.close();
  }
}
// end

package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.Interaction.URL;
import static io.github.realtimekit.webhooks.consumer.Interaction.WEBHOOK;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The operations, each as it is sent with one event in its body, where it has one. */
enum Call {
  LIST("listWebhooks", "GET", false, null),
  CREATE("createWebhook", "POST", false, Bodies.WHOLE),
  GET("getWebhook", "GET", true, null),
  REPLACE("replaceWebhook", "PUT", true, Bodies.WHOLE),
  EDIT("editWebhook", "PATCH", true, Bodies.PART),
  DELETE("deleteWebhook", "DELETE", true, null);

  private static final class Bodies {
    static final String WHOLE =
        "{\"name\":\"refused\",\"url\":\"" + URL + "\",\"events\":[\"%s\"]}";
    static final String PART = "{\"events\":[\"%s\"]}";
  }

  final String operation;
  final String method;
  final boolean ofOne;
  private final @Nullable String body;

  Call(String operation, String method, boolean ofOne, @Nullable String body) {
    this.operation = operation;
    this.method = method;
    this.ofOne = ofOne;
    this.body = body;
  }

  boolean hasBody() {
    return body != null;
  }

  /** What the interaction must see of the call. */
  Interaction describe(Interaction interaction, EventType event) {
    String json = body == null ? null : body.formatted(event);
    return ofOne ? interaction.sends(method, WEBHOOK, json) : interaction.sends(method, json);
  }

  Object send(WebhooksClient client, EventType event) {
    return switch (this) {
      case LIST -> client.listWebhooks();
      case CREATE -> client.createWebhook(whole(event));
      case GET -> client.getWebhook(WEBHOOK);
      case REPLACE -> client.replaceWebhook(WEBHOOK, whole(event));
      case EDIT -> client.editWebhook(WEBHOOK, WebhookPatch.builder().events(event).build());
      case DELETE -> client.deleteWebhook(WEBHOOK);
    };
  }

  private static WebhookRequest whole(EventType event) {
    return WebhookRequest.builder().name("refused").url(URI.create(URL)).events(event).build();
  }
}

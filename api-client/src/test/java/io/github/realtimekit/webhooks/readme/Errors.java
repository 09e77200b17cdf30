package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.ApiException;
import io.github.realtimekit.webhooks.ConnectionException;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.UnauthorizedException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.UUID;

final class Errors {
  public static void main(String[] args) {
    try (WebhooksClient webhooks = WebhooksClient.builder().fromEnvironment().build()) {
      // snippet: errors
      UUID id = UUID.fromString("0d1f069d-43bb-489a-ad8c-7eb95592ba8e");
      try {
        Webhook webhook = webhooks.getWebhook(id);
        System.out.println(webhook.name());
      } catch (UnauthorizedException e) {
        System.out.println("Renew the token: " + e.reason());
      } catch (RateLimitedException e) {
        System.out.println("Too many requests. " + e.advice());
      } catch (ApiException e) { // any other response
        System.out.println(
            e.status() + " " + e.codes() + " " + e.reason() + ", cf-ray " + e.cfRay());
      } catch (ConnectionException e) { // no response
        System.out.println(e.outcomeUnknown() ? "Look before you repeat" : "Try again");
      }
      // end
    }
  }
}

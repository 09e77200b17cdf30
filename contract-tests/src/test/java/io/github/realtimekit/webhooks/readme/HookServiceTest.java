package io.github.realtimekit.webhooks.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.sandbox.Failure;
import io.github.realtimekit.webhooks.sandbox.Received;
import io.github.realtimekit.webhooks.sandbox.SandboxExtension;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HookServiceTest {
  // snippet: sandbox-extension
  @RegisterExtension static final SandboxExtension sandbox = new SandboxExtension();

  @Test
  void registersOnce() {
    sandbox.app().addWebhook("ours", "https://example.com/hooks");

    new HookService(client()).ensureRegistered(URI.create("https://example.com/hooks"));

    assertThat(sandbox.app().received()).extracting(Received::method).containsExactly("GET");
  }

  // end

  private static WebhooksClient client() {
    return WebhooksClient.builder()
        .baseUrl(sandbox.baseUrl().toString())
        .apiToken(sandbox.token())
        .accountId(sandbox.app().accountId())
        .appId(sandbox.app().appId())
        .build();
  }

  @Test
  void saysWhenTheApiIsBusy() {
    sandbox.app().failNext(Failure.rateLimited(Duration.ofMinutes(5)));
    HookService service = new HookService(client());

    assertThatThrownBy(() -> service.ensureRegistered(URI.create("https://example.com/hooks")))
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContaining("Try again in 300 seconds.");
  }

  /** The code under test. */
  record HookService(WebhooksClient webhooks) {
    void ensureRegistered(URI url) {
      if (webhooks.listWebhooks().stream().noneMatch(webhook -> webhook.url().equals(url))) {
        webhooks.createWebhook(
            WebhookRequest.builder().name("ours").url(url).events(EventType.MEETING_ENDED).build());
      }
    }
  }
}

package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junitsupport.State;
import io.github.realtimekit.webhooks.sandbox.Failure;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import io.github.realtimekit.webhooks.sandbox.SandboxApp;
import java.util.Map;
import java.util.UUID;

/** Makes each state of the contract true in an app of its own, and tells the values in use. */
final class SandboxStates {
  private final String accountId = "account-" + UUID.randomUUID();
  private final String appId = "app-" + UUID.randomUUID();
  private final String url = "https://example.com/" + UUID.randomUUID();
  private final SandboxApp app;

  SandboxStates(Sandbox sandbox) {
    this.app = sandbox.app(accountId, appId);
  }

  @State("the token is accepted")
  Map<String, ?> tokenAccepted() {
    return Map.of("token", Sandbox.DEFAULT_TOKEN);
  }

  /** Any token but the one is refused, so also the one that the contract proposes. */
  @State("the token is refused")
  void tokenRefused() {}

  @State({"the app has no webhooks", "no webhook has the URL"})
  Map<String, ?> noWebhooks() {
    return Map.of("accountId", accountId, "appId", appId, "url", url);
  }

  @State("a webhook exists")
  Map<String, ?> webhook() {
    return named(app.addWebhook("the one", "https://example.com/one"));
  }

  @State("a webhook has the URL")
  Map<String, ?> webhookWithUrl() {
    return named(app.addWebhook("the first", url));
  }

  @State("no webhook has the id")
  Map<String, ?> webhookWithAnotherId() {
    app.addWebhook("another", "https://example.com/another");
    return named(UUID.randomUUID().toString());
  }

  @State("RealtimeKit is not enabled on the account")
  Map<String, ?> forbidden() {
    return failing(Failure.FORBIDDEN);
  }

  @State("the rate limit is reached")
  Map<String, ?> rateLimited() {
    return failing(Failure.RATE_LIMITED);
  }

  private Map<String, ?> failing(Failure failure) {
    String id = app.addWebhook("the one", "https://example.com/one");
    app.failNext(failure);
    return named(id);
  }

  private Map<String, ?> named(String webhookId) {
    return Map.of("accountId", accountId, "appId", appId, "url", url, "webhookId", webhookId);
  }
}

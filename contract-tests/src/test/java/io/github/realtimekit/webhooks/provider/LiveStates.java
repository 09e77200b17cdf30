package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junitsupport.State;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the states of the contract through the API itself, or gives the reason why not. The
 * reasons are the reviewed list of what the live run leaves out.
 */
final class LiveStates {
  private final LiveApi api;
  private @Nullable String notTried;

  LiveStates(LiveApi api) {
    this.api = api;
  }

  /** Returns why the state was not set up, empty if it was. */
  Optional<String> notTried() {
    return Optional.ofNullable(notTried);
  }

  @State("the token is accepted")
  Map<String, String> tokenAccepted() {
    return Map.of("token", api.token());
  }

  /** The token that the contract proposes is none of Cloudflare's. */
  @State("the token is refused")
  void tokenNotAccepted() {}

  @State("no webhook has the URL")
  Map<String, String> urlIsFree() {
    return api.values();
  }

  @State("a webhook exists")
  Map<String, String> webhook() throws IOException, InterruptedException {
    return named(api.values(), api.create(urlOf(api.values())));
  }

  @State("a webhook has the URL")
  Map<String, String> urlIsTaken() throws IOException, InterruptedException {
    Map<String, String> values = api.values();
    return named(values, api.create(urlOf(values)));
  }

  @State("no webhook has the id")
  Map<String, String> unknownId() {
    return named(api.values(), UUID.randomUUID().toString());
  }

  @State("the app has no webhooks")
  Map<String, String> noWebhooks() throws IOException, InterruptedException {
    if (!api.isEmpty()) {
      notTried = "the app has webhooks of others, which are not ours to remove";
    }
    return api.values();
  }

  @State("RealtimeKit is not enabled on the account")
  void forbidden() {
    notTried = "it needs an account without RealtimeKit";
  }

  @State("the rate limit is reached")
  void rateLimited() {
    notTried = "it would lock all users of the account out for minutes";
  }

  private static String urlOf(Map<String, String> values) {
    return values.getOrDefault("url", "");
  }

  private static Map<String, String> named(Map<String, String> values, String webhookId) {
    Map<String, String> all = new HashMap<>(values);
    all.put("webhookId", webhookId);
    return all;
  }
}

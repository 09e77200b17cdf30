package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Sets up the provider states of the Pact contract, each in an app of its own. */
public final class PactStates {
  static final String PATH = "/pact-states";

  private static final String ELSEWHERE = "https://example.com/elsewhere";

  private final Sandbox sandbox;

  /** Creates the states of this sandbox. */
  public PactStates(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /**
   * Sets up a state.
   *
   * @return values for the parameters of the state: {@code token}, {@code accountId}, {@code
   *     appId}, {@code url}, {@code webhookId}
   * @throws IllegalArgumentException if the contract has no such state
   */
  public Map<String, String> set(String state) {
    SandboxApp app = sandbox.app("account-" + UUID.randomUUID(), "app-" + UUID.randomUUID());
    String url = "https://example.com/" + UUID.randomUUID();
    return switch (state) {
      case "the token is accepted" -> Map.of("token", sandbox.token());
      case "the token is refused" -> Map.of("token", "refused-" + UUID.randomUUID());
      case "the app has no webhooks", "no webhook has the URL" -> values(app, url);
      case "a webhook exists" -> values(app, url, app.addWebhook("the one", ELSEWHERE));
      case "a webhook has the URL" -> values(app, url, app.addWebhook("the first", url));
      case "no webhook has the id" -> {
        app.addWebhook("another", ELSEWHERE);
        yield values(app, url, UUID.randomUUID().toString());
      }
      case "RealtimeKit is not enabled on the account" -> failing(app, url, Failure.FORBIDDEN);
      case "the rate limit is reached" -> failing(app, url, Failure.RATE_LIMITED);
      default -> throw new IllegalArgumentException("the contract has no state: " + state);
    };
  }

  /** Responds as Pact's protocol for provider states says, for verifiers in any language. */
  JsonNode respond(JsonNode request) {
    ObjectNode values = Json.object();
    if (!request.path("action").asText().equals("teardown")) {
      set(request.path("state").asText()).forEach(values::put);
    }
    return values;
  }

  /** Fails twice, since some verifiers repeat a request after a 429. */
  private static Map<String, String> failing(SandboxApp app, String url, Failure failure) {
    String id = app.addWebhook("the one", ELSEWHERE);
    app.failNext(failure);
    app.failNext(failure);
    return values(app, url, id);
  }

  private static Map<String, String> values(SandboxApp app, String url) {
    return Map.of("accountId", app.accountId(), "appId", app.appId(), "url", url);
  }

  private static Map<String, String> values(SandboxApp app, String url, String webhookId) {
    Map<String, String> values = new HashMap<>(values(app, url));
    values.put("webhookId", webhookId);
    return values;
  }
}

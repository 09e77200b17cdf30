package io.github.realtimekit.webhooks.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import au.com.dius.pact.core.support.expressions.DataType;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request of the client and its answer, on its way into the contract. What a provider may have
 * to choose itself (token, account, app, webhook, URL) is a parameter of a state, and stands in the
 * contract as an expression that the state can fill.
 */
final class Interaction {
  static final String ACCOUNT = "023e105f4ecef8ad9ca31a8372d0c353";
  static final String APP = "4e3a2b1c-0d9f-4e8d-8c7b-6a5f4e3d2c1b";
  static final UUID WEBHOOK = UUID.fromString("0d1f069d-43bb-489a-ad8c-7eb95592ba8e");
  static final String URL = "https://example.com/realtimekit-webhooks-java";
  static final String REFUSED_TOKEN = "refused-token";

  private static final String ACCEPTED_TOKEN = "test-token";

  private final String description;
  private final int status;
  private final Map<String, Map<String, Object>> states = new LinkedHashMap<>();
  private final Map<String, Object> headers = new LinkedHashMap<>();
  private String token = ACCEPTED_TOKEN;
  private String method = "";
  private String path = "";
  private String pathExpression = "";
  private @Nullable String json;
  private @Nullable DslPart body;
  private @Nullable String injectedId;

  Interaction(String operation, int status, String detail) {
    this.description = operation + " " + status + ", " + detail;
    this.status = status;
    headers.put("Content-Type", Matchers.regexp("application/json(;.*)?", "application/json"));
  }

  Interaction withRefusedToken() {
    token = REFUSED_TOKEN;
    return this;
  }

  /**
   * A fact about the app, true before the request; the parameters join those of account and app.
   */
  Interaction given(String state, Map<String, ?> parameters) {
    states.put(
        token.equals(REFUSED_TOKEN) ? "the token is refused" : "the token is accepted",
        Map.of("token", token));
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("accountId", ACCOUNT);
    all.put("appId", APP);
    states.put(state, all);
    return this;
  }

  /** A request for all webhooks of the app. */
  Interaction sends(String method, @Nullable String json) {
    return sends(method, "", "", json);
  }

  /** A request for one webhook, which a state names. */
  Interaction sends(String method, UUID webhook, @Nullable String json) {
    return sends(method, "/" + webhook, "/${webhookId}", json);
  }

  /** A request for what no state can name. */
  Interaction sendsMalformedId(String method, String id) {
    return sends(method, "/" + id, "/" + id, null);
  }

  private Interaction sends(String method, String tail, String expression, @Nullable String json) {
    this.method = method;
    this.path = webhooks(ACCOUNT, APP) + tail;
    this.pathExpression = webhooks("${accountId}", "${appId}") + expression;
    this.json = json;
    return this;
  }

  private static String webhooks(String account, String app) {
    return "/accounts/" + account + "/realtime/kit/" + app + "/webhooks";
  }

  Interaction answersHeader(String name, String regex, String example) {
    headers.put(name, Matchers.regexp(regex, example));
    return this;
  }

  Interaction answers(DslPart answer) {
    this.body = answer;
    return this;
  }

  /** Says where the answer repeats the id of the webhook that a state made. */
  Interaction withIdAt(String jsonPath) {
    this.injectedId = jsonPath;
    return this;
  }

  /** Lets the client meet the mock server; what went well is written to the contract. */
  void play(Consumer<WebhooksClient> client) {
    PactVerificationResult result =
        ConsumerPactRunnerKt.runConsumerTest(
            pact(),
            MockProviderConfig.createDefault(PactSpecVersion.V4),
            (server, context) -> {
              try (WebhooksClient webhooks = client(server.getUrl())) {
                client.accept(webhooks);
              }
              return null;
            });
    if (result instanceof PactVerificationResult.Error error) {
      throw new AssertionError(description, error.getError());
    }
    assertThat(result)
        .as("%s: %s", description, result.getDescription())
        .isInstanceOf(PactVerificationResult.Ok.class);
  }

  private WebhooksClient client(String baseUrl) {
    return WebhooksClient.builder()
        .baseUrl(baseUrl)
        .apiToken(token)
        .accountId(ACCOUNT)
        .appId(APP)
        .maxRetries(0)
        .build();
  }

  private V4Pact pact() {
    return new PactBuilder(
            "realtimekit-webhooks-java", "cloudflare-realtimekit-webhooks", PactSpecVersion.V4)
        .expectsToReceiveHttpInteraction(description, this::describe)
        .toPact();
  }

  private HttpInteractionBuilder describe(HttpInteractionBuilder http) {
    states.forEach(http::state);
    http.withRequest(this::describe).willRespondWith(this::describe);
    if (json != null && json.contains(URL)) {
      inject(http.getInteraction().getRequest(), "$.url", "url");
    }
    if (injectedId != null) {
      inject(http.getInteraction().getResponse(), injectedId, "webhookId");
    }
    return http;
  }

  private HttpRequestBuilder describe(HttpRequestBuilder request) {
    request
        .method(method)
        .path(Matchers.fromProviderState(pathExpression, path))
        .header("Accept", "application/json")
        .header("Authorization", Matchers.fromProviderState("Bearer ${token}", "Bearer " + token));
    return json == null ? request : request.header("Content-Type", "application/json").body(json);
  }

  private HttpResponseBuilder describe(HttpResponseBuilder response) {
    response.status(status).headers(headers);
    return body == null ? response : response.body(body);
  }

  /** Without a matcher: to the mock server the example is the one value that is right. */
  private static void inject(IHttpPart part, String jsonPath, String parameter) {
    part.getGenerators()
        .addGenerator(
            Category.BODY,
            jsonPath,
            new ProviderStateGenerator("${" + parameter + "}", DataType.STRING));
  }
}

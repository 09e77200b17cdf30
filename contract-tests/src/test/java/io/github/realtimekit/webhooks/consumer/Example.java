package io.github.realtimekit.webhooks.consumer;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static au.com.dius.pact.consumer.dsl.Matchers.fromProviderState;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.Matcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Values that all interactions share: names, states with their parameters, and bodies. */
final class Example {
  static final String CONSUMER = "realtimekit-webhooks-java";
  static final String PROVIDER = "cloudflare-realtimekit-webhooks";
  static final String TOKEN = "test-token";
  static final String ACCOUNT_ID = "023e105f4ecef8ad9ca31a8372d0c353";
  static final String APP_ID = "4e3a2b1c-0d9f-4e8d-8c7b-6a5f4e3d2c1b";
  static final UUID ID = UUID.fromString("0d1f069d-43bb-489a-ad8c-7eb95592ba8e");
  static final String NAME = "Meetings webhook";
  static final URI URL = URI.create("https://example.com/hooks");
  static final URI NEW_URL = URI.create("https://example.com/new-hooks");

  /** Has the length of the platform's tokens: its edge responds differently to other lengths. */
  static final String REFUSED_TOKEN = "test-token-that-is-refused-0000000000000";

  /** State in which an edit shows that it keeps the fields that are not set. */
  static final String DISABLED = "a disabled webhook with one event exists";

  /** Parameters of the states. */
  static final Map<String, Object> WEBHOOK =
      Map.of(
          "token",
          TOKEN,
          "accountId",
          ACCOUNT_ID,
          "appId",
          APP_ID,
          "webhookId",
          ID.toString(),
          "name",
          NAME,
          "url",
          URL.toString(),
          "event",
          "meeting.started",
          "newUrl",
          NEW_URL.toString());

  static final Map<String, Object> APP =
      Map.of(
          "token", TOKEN,
          "accountId", ACCOUNT_ID,
          "appId", APP_ID,
          "newUrl", NEW_URL.toString());

  static final Map<String, Object> REFUSED =
      Map.of(
          "token", REFUSED_TOKEN,
          "accountId", ACCOUNT_ID,
          "appId", APP_ID,
          "webhookId", ID.toString(),
          "newUrl", NEW_URL.toString());

  private Example() {}

  static WebhooksClient client(MockServer server) {
    return client(server, TOKEN);
  }

  static WebhooksClient client(MockServer server, String token) {
    return WebhooksClient.builder()
        .baseUrl(server.getUrl())
        .apiToken(token)
        .accountId(ACCOUNT_ID)
        .appId(APP_ID)
        .maxRetries(0)
        .build();
  }

  /** Describes a request without a body, with an accepted token. */
  static HttpInteractionBuilder request(
      HttpInteractionBuilder http, String operationId, String method, String path) {
    return request(http, operationId, method, path(path), TOKEN);
  }

  static HttpInteractionBuilder request(
      HttpInteractionBuilder http, String operationId, String method, Matcher path, String token) {
    return http.reference("openapi", "operationId", operationId)
        .withRequest(
            request ->
                request
                    .method(method)
                    .path(path)
                    .header("Accept", "application/json")
                    .header(
                        "Authorization", fromProviderState("Bearer ${token}", "Bearer " + token)));
  }

  /** Returns a path with values of the provider state. */
  static Matcher path(String path) {
    return fromProviderState(
        path,
        path.replace("${accountId}", ACCOUNT_ID)
            .replace("${appId}", APP_ID)
            .replace("${webhookId}", ID.toString()));
  }

  static DslPart json(Consumer<LambdaDslObject> fields) {
    return newJsonBody(fields::accept).build();
  }

  /** Returns the envelope of a successful response. */
  static DslPart data(Consumer<LambdaDslObject> fields) {
    return json(body -> body.booleanValue("success", true).object("data", fields));
  }

  /** Returns the body of an error of RealtimeKit, as opposed to the platform's edge. */
  static DslPart error(int code, String message) {
    return json(
        body ->
            body.object(
                "error", error -> error.integerType("code", code).stringType("message", message)));
  }

  /** Adds a value of the provider state, which Pact alone would compare by its type only. */
  static LambdaDslObject equal(
      LambdaDslObject object, String field, String parameter, Object example) {
    return object
        .valueFromProviderState(field, "${" + parameter + "}", example.toString())
        .and(field, example.toString(), EqualsMatcher.INSTANCE);
  }
}

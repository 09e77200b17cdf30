package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.Example.ID;
import static io.github.realtimekit.webhooks.consumer.Example.NAME;
import static io.github.realtimekit.webhooks.consumer.Example.NEW_URL;
import static io.github.realtimekit.webhooks.consumer.Example.TOKEN;
import static io.github.realtimekit.webhooks.consumer.Example.equal;
import static io.github.realtimekit.webhooks.consumer.Example.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.Matcher;
import io.github.realtimekit.webhooks.ApiException;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The operations of the API: for each a call of the typed client, and the request that it sends.
 */
enum Endpoint {
  LIST("listWebhooks", "GET", ""),
  LIST_EVENT_TYPES("listEventTypes", "GET", "/all"),
  CREATE("createWebhook", "POST", ""),
  GET("getWebhook", "GET", "/${webhookId}"),
  REPLACE("replaceWebhook", "PUT", "/${webhookId}"),
  EDIT("editWebhook", "PATCH", "/${webhookId}"),
  DELETE("deleteWebhook", "DELETE", "/${webhookId}");

  private final String operationId;
  private final String method;
  private final String path;

  Endpoint(String operationId, String method, String path) {
    this.operationId = operationId;
    this.method = method;
    this.path = path;
  }

  /** Returns the endpoint of an operation. */
  static Endpoint of(String operationId) {
    return Stream.of(values())
        .filter(endpoint -> endpoint.operationId.equals(operationId))
        .findFirst()
        .orElseThrow();
  }

  /** Sends the request with the typed client. */
  void call(WebhooksClient client) {
    switch (this) {
      case LIST -> client.listWebhooks();
      case LIST_EVENT_TYPES -> client.listEventTypes();
      case CREATE -> client.createWebhook(webhook().build());
      case GET -> client.getWebhook(ID);
      case REPLACE -> client.replaceWebhook(ID, webhook().build());
      case EDIT -> client.editWebhook(ID, renamed());
      case DELETE -> client.deleteWebhook(ID);
    }
  }

  /** Sends the request with the typed client, and returns the exception that it throws. */
  <E extends ApiException> E thrown(WebhooksClient client, Class<E> type) {
    E thrown = catchThrowableOfType(type, () -> call(client));
    assertThat(thrown.operation()).isEqualTo(operationId);
    return thrown;
  }

  static WebhookRequest.Builder webhook() {
    return WebhookRequest.builder().name(NAME).url(NEW_URL).events(EventType.MEETING_STARTED);
  }

  static WebhookPatch renamed() {
    return WebhookPatch.builder().name("renamed").build();
  }

  /** Describes the request of {@link #call}, with an accepted token. */
  HttpInteractionBuilder request(HttpInteractionBuilder http) {
    return request(http, TOKEN);
  }

  /** Describes the request of {@link #call} with another token. */
  HttpInteractionBuilder request(HttpInteractionBuilder http, String token) {
    return switch (this) {
      case CREATE, REPLACE ->
          request(
              http,
              token,
              body ->
                  equal(body, "url", "newUrl", NEW_URL)
                      .stringValue("name", NAME)
                      .array("events", events -> events.stringValue("meeting.started")));
      case EDIT -> request(http, token, body -> body.stringValue("name", "renamed"));
      default -> withoutBody(http, token);
    };
  }

  /** Describes a request with this body and an accepted token. */
  HttpInteractionBuilder request(HttpInteractionBuilder http, Consumer<LambdaDslObject> body) {
    return request(http, TOKEN, body);
  }

  private HttpInteractionBuilder request(
      HttpInteractionBuilder http, String token, Consumer<LambdaDslObject> body) {
    return withoutBody(http, token)
        .withRequest(
            request -> request.header("Content-Type", "application/json").body(json(body)));
  }

  private HttpInteractionBuilder withoutBody(HttpInteractionBuilder http, String token) {
    return Example.request(http, operationId, method, path(path), token);
  }

  @Override
  public String toString() {
    return operationId;
  }

  /** Returns the path of the webhooks of an app, and what follows it, with values of the state. */
  static Matcher path(String rest) {
    return Example.path("/accounts/${accountId}/realtime/kit/${appId}/webhooks" + rest);
  }
}

package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.Endpoint.CREATE;
import static io.github.realtimekit.webhooks.consumer.Endpoint.DELETE;
import static io.github.realtimekit.webhooks.consumer.Endpoint.EDIT;
import static io.github.realtimekit.webhooks.consumer.Endpoint.GET;
import static io.github.realtimekit.webhooks.consumer.Endpoint.REPLACE;
import static io.github.realtimekit.webhooks.consumer.Example.ACCOUNT_ID;
import static io.github.realtimekit.webhooks.consumer.Example.APP;
import static io.github.realtimekit.webhooks.consumer.Example.APP_ID;
import static io.github.realtimekit.webhooks.consumer.Example.CONSUMER;
import static io.github.realtimekit.webhooks.consumer.Example.DISABLED;
import static io.github.realtimekit.webhooks.consumer.Example.NAME;
import static io.github.realtimekit.webhooks.consumer.Example.PROVIDER;
import static io.github.realtimekit.webhooks.consumer.Example.URL;
import static io.github.realtimekit.webhooks.consumer.Example.WEBHOOK;
import static io.github.realtimekit.webhooks.consumer.Example.client;
import static io.github.realtimekit.webhooks.consumer.Example.equal;
import static io.github.realtimekit.webhooks.consumer.Example.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.realtimekit.webhooks.BadRequestException;
import io.github.realtimekit.webhooks.ConflictException;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.NotFoundException;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksApi;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Response;

/** Reads the errors of requests that are wrong in themselves, or for the webhooks that exist. */
@PactConsumerTest
@PactTestFor(providerName = PROVIDER, pactVersion = PactSpecVersion.V4)
class BadRequestsContractTest {
  private static final List<Endpoint> ONE_WEBHOOK = List.of(GET, REPLACE, EDIT, DELETE);

  @Pact(consumer = CONSUMER)
  V4Pact notFound(PactBuilder pact) {
    for (Endpoint endpoint : ONE_WEBHOOK) {
      pact.given("no webhook has the id", WEBHOOK)
          .expectsToReceiveHttpInteraction(
              endpoint + " 404, an id that no webhook has",
              http ->
                  endpoint
                      .request(http)
                      .comment("assumed by analogy with the list")
                      .pending(true)
                      .willRespondWith(
                          response -> response.status(404).body(error(404, "Not found"))));
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "notFound")
  void idThatNoWebhookHasIsNotFound(MockServer server) {
    for (Endpoint endpoint : ONE_WEBHOOK) {
      var thrown = endpoint.thrown(client(server), NotFoundException.class);

      assertThat(thrown.codes()).containsExactly(404);
      assertThat(thrown.reason()).isEqualTo("Not found");
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact malformedId(PactBuilder pact) {
    for (Endpoint endpoint : ONE_WEBHOOK) {
      pact.given(DISABLED, WEBHOOK)
          .expectsToReceiveHttpInteraction(
              endpoint + " 400, an id that is not a UUID",
              http ->
                  endpoint
                      .request(http)
                      .withRequest(request -> request.path(Endpoint.path("/not-a-uuid")))
                      .comment("documented")
                      .willRespondWith(
                          response -> response.status(400).body(error(400, "BAD_REQUEST"))));
    }
    return pact.toPact();
  }

  /** Uses Retrofit's interface, which takes any text; the typed client takes a UUID. */
  @Test
  @PactTestFor(pactMethod = "malformedId")
  void idThatIsNotAUuidIsABadRequest(MockServer server) throws IOException {
    String id = "not-a-uuid";
    WebhooksApi api = client(server).api();
    List<Call<?>> calls =
        List.of(
            api.getWebhook(ACCOUNT_ID, APP_ID, id),
            api.replaceWebhook(ACCOUNT_ID, APP_ID, id, Endpoint.webhook().build()),
            api.editWebhook(ACCOUNT_ID, APP_ID, id, Endpoint.renamed()),
            api.deleteWebhook(ACCOUNT_ID, APP_ID, id));
    for (Call<?> call : calls) {
      Response<?> response = call.execute();

      assertThat(response.code()).isEqualTo(400);
      assertThat(response.errorBody().string()).contains("BAD_REQUEST");
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact unknownEventType(PactBuilder pact) {
    return pact.given("no webhook has the URL", APP)
        .expectsToReceiveHttpInteraction(
            "createWebhook 400, an event type that the API does not have",
            http ->
                CREATE
                    .request(
                        http,
                        body ->
                            body.stringValue("name", NAME)
                                .stringValue("url", URL.toString())
                                .array("events", events -> events.stringValue("meeting.exploded")))
                    .comment("documented for a body without a name; assumed for this one")
                    .pending(true)
                    .willRespondWith(
                        response -> response.status(400).body(error(400, "BAD_REQUEST"))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "unknownEventType")
  void unknownEventTypeIsABadRequest(MockServer server) {
    EventType unknown = EventType.of("meeting.exploded");
    WebhookRequest request = WebhookRequest.builder().name(NAME).url(URL).events(unknown).build();

    var thrown =
        catchThrowableOfType(
            BadRequestException.class, () -> client(server).createWebhook(request));

    assertThat(thrown.codes()).containsExactly(400);
    assertThat(thrown.reason()).isEqualTo("BAD_REQUEST");
  }

  @Pact(consumer = CONSUMER)
  V4Pact conflict(PactBuilder pact) {
    return pact.given("a webhook has the URL", WEBHOOK)
        .expectsToReceiveHttpInteraction(
            "createWebhook 409, the URL of another webhook",
            http ->
                CREATE
                    .request(
                        http,
                        body ->
                            equal(body, "url", "url", URL)
                                .stringValue("name", NAME)
                                .array("events", events -> events.stringValue("meeting.started")))
                    .comment("observed; of the body nothing is known")
                    .willRespondWith(response -> response.status(409)))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "conflict")
  void urlOfAnotherWebhookIsAConflict(MockServer server) {
    WebhookRequest request = Endpoint.webhook().url(URL).build();

    var thrown =
        catchThrowableOfType(ConflictException.class, () -> client(server).createWebhook(request));

    assertThat(thrown.status()).isEqualTo(409);
  }
}

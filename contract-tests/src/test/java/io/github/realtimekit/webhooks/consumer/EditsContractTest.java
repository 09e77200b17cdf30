package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.EventType.MEETING_ENDED;
import static io.github.realtimekit.webhooks.EventType.MEETING_STARTED;
import static io.github.realtimekit.webhooks.EventType.RECORDING_STATUS_UPDATE;
import static io.github.realtimekit.webhooks.consumer.Endpoint.EDIT;
import static io.github.realtimekit.webhooks.consumer.Endpoint.REPLACE;
import static io.github.realtimekit.webhooks.consumer.Example.CONSUMER;
import static io.github.realtimekit.webhooks.consumer.Example.DISABLED;
import static io.github.realtimekit.webhooks.consumer.Example.ID;
import static io.github.realtimekit.webhooks.consumer.Example.NEW_URL;
import static io.github.realtimekit.webhooks.consumer.Example.PROVIDER;
import static io.github.realtimekit.webhooks.consumer.Example.URL;
import static io.github.realtimekit.webhooks.consumer.Example.WEBHOOK;
import static io.github.realtimekit.webhooks.consumer.Example.client;
import static io.github.realtimekit.webhooks.consumer.Example.data;
import static io.github.realtimekit.webhooks.consumer.Example.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.realtimekit.webhooks.MissingFieldException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Edits a disabled webhook with one event: PUT sets every field, PATCH those that are sent. The
 * responses are whole, as documented, or part of the webhook, as observed.
 */
@PactConsumerTest
@PactTestFor(providerName = PROVIDER, pactVersion = PactSpecVersion.V4)
class EditsContractTest {
  @Pact(consumer = CONSUMER)
  V4Pact replaceWithoutEnabled(PactBuilder pact) {
    return pact.given(DISABLED + ", and edits return all of it", WEBHOOK)
        .expectsToReceiveHttpInteraction(
            "replaceWebhook 200, only the required fields",
            http ->
                REPLACE
                    .request(http, EditsContractTest::calls)
                    .comment("documented")
                    .willRespondWith(response -> response.status(200).body(calls(true))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "replaceWithoutEnabled")
  void replacedWebhookIsEnabledByDefault(MockServer server) {
    assertCalls(client(server).replaceWebhook(ID, calls().build()), true);
  }

  @Pact(consumer = CONSUMER)
  V4Pact replaceEveryField(PactBuilder pact) {
    return pact.given(DISABLED + ", and edits return all of it", WEBHOOK)
        .expectsToReceiveHttpInteraction(
            "replaceWebhook 200, every field",
            http ->
                REPLACE
                    .request(http, body -> calls(body).booleanValue("enabled", false))
                    .comment("documented")
                    .willRespondWith(response -> response.status(200).body(calls(false))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "replaceEveryField")
  void replaceSetsEveryField(MockServer server) {
    assertCalls(client(server).replaceWebhook(ID, calls().enabled(false).build()), false);
  }

  @Pact(consumer = CONSUMER)
  V4Pact editName(PactBuilder pact) {
    DslPart renamed =
        data(
            webhook ->
                equal(equal(webhook, "id", "webhookId", ID), "url", "url", URL)
                    .stringValue("name", "renamed")
                    .booleanValue("enabled", false)
                    .array("events", events -> events.stringValue("meeting.started")));
    return pact.given(DISABLED + ", and edits return all of it", WEBHOOK)
        .expectsToReceiveHttpInteraction(
            "editWebhook 200, only the name",
            http ->
                EDIT.request(http, body -> body.stringValue("name", "renamed"))
                    .comment("documented")
                    .willRespondWith(response -> response.status(200).body(renamed)))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "editName")
  void editKeepsTheFieldsThatAreNotSet(MockServer server) {
    WebhookPatch patch = WebhookPatch.builder().name("renamed").build();

    Webhook edited = client(server).editWebhook(ID, patch);

    assertThat(edited.id()).isEqualTo(ID);
    assertThat(edited.name()).isEqualTo("renamed");
    assertThat(edited.url()).isEqualTo(URL);
    assertThat(edited.enabled()).isFalse();
    assertThat(edited.events()).containsExactly(MEETING_STARTED);
  }

  @Pact(consumer = CONSUMER)
  V4Pact editEveryField(PactBuilder pact) {
    return pact.given(DISABLED + ", and edits return all of it", WEBHOOK)
        .expectsToReceiveHttpInteraction(
            "editWebhook 200, every field",
            http ->
                EDIT.request(http, body -> calls(body).booleanValue("enabled", true))
                    .comment("documented")
                    .willRespondWith(response -> response.status(200).body(calls(true))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "editEveryField")
  void editSetsEveryField(MockServer server) {
    WebhookPatch patch =
        WebhookPatch.builder()
            .name("Calls")
            .url(NEW_URL)
            .events(RECORDING_STATUS_UPDATE, MEETING_ENDED)
            .enabled(true)
            .build();

    assertCalls(client(server).editWebhook(ID, patch), true);
  }

  private static WebhookRequest.Builder calls() {
    return WebhookRequest.builder()
        .name("Calls")
        .url(NEW_URL)
        .events(RECORDING_STATUS_UPDATE, MEETING_ENDED);
  }

  private static LambdaDslObject calls(LambdaDslObject body) {
    return equal(body, "url", "newUrl", NEW_URL)
        .stringValue("name", "Calls")
        .array(
            "events",
            events -> events.stringValue("recording.statusUpdate").stringValue("meeting.ended"));
  }

  private static DslPart calls(boolean enabled) {
    return data(
        webhook -> equal(calls(webhook), "id", "webhookId", ID).booleanValue("enabled", enabled));
  }

  private static void assertCalls(Webhook webhook, boolean enabled) {
    assertThat(webhook.id()).isEqualTo(ID);
    assertThat(webhook.name()).isEqualTo("Calls");
    assertThat(webhook.url()).isEqualTo(NEW_URL);
    assertThat(webhook.enabled()).isEqualTo(enabled);
    assertThat(webhook.events()).containsExactly(RECORDING_STATUS_UPDATE, MEETING_ENDED);
  }

  @Pact(consumer = CONSUMER)
  V4Pact partOfTheWebhook(PactBuilder pact) {
    DslPart onlyId = data(webhook -> equal(webhook, "id", "webhookId", ID));
    for (Endpoint endpoint : List.of(REPLACE, EDIT)) {
      pact.given(DISABLED + ", and edits return part of it", WEBHOOK)
          .expectsToReceiveHttpInteraction(
              endpoint + " 200, part of the webhook",
              http ->
                  endpoint
                      .request(http)
                      .comment("observed: fields such as enabled are missing")
                      .willRespondWith(response -> response.status(200).body(onlyId)));
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "partOfTheWebhook")
  void partOfTheWebhookIsRead(MockServer server) {
    Webhook replaced = client(server).replaceWebhook(ID, Endpoint.webhook().build());
    Webhook edited = client(server).editWebhook(ID, Endpoint.renamed());

    assertThat(List.of(replaced.id(), edited.id())).containsOnly(ID);
    assertThatThrownBy(edited::enabled)
        .isInstanceOf(MissingFieldException.class)
        .hasMessageContaining("enabled");
  }
}

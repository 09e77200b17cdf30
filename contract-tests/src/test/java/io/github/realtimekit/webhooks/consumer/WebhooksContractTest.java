package io.github.realtimekit.webhooks.consumer;

import static au.com.dius.pact.consumer.dsl.PactDslJsonRootValue.stringType;
import static io.github.realtimekit.webhooks.consumer.Endpoint.CREATE;
import static io.github.realtimekit.webhooks.consumer.Endpoint.DELETE;
import static io.github.realtimekit.webhooks.consumer.Endpoint.GET;
import static io.github.realtimekit.webhooks.consumer.Endpoint.LIST;
import static io.github.realtimekit.webhooks.consumer.Endpoint.LIST_EVENT_TYPES;
import static io.github.realtimekit.webhooks.consumer.Example.APP;
import static io.github.realtimekit.webhooks.consumer.Example.CONSUMER;
import static io.github.realtimekit.webhooks.consumer.Example.DISABLED;
import static io.github.realtimekit.webhooks.consumer.Example.ID;
import static io.github.realtimekit.webhooks.consumer.Example.NAME;
import static io.github.realtimekit.webhooks.consumer.Example.NEW_URL;
import static io.github.realtimekit.webhooks.consumer.Example.PROVIDER;
import static io.github.realtimekit.webhooks.consumer.Example.URL;
import static io.github.realtimekit.webhooks.consumer.Example.WEBHOOK;
import static io.github.realtimekit.webhooks.consumer.Example.client;
import static io.github.realtimekit.webhooks.consumer.Example.data;
import static io.github.realtimekit.webhooks.consumer.Example.equal;
import static io.github.realtimekit.webhooks.consumer.Example.json;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creates, reads and deletes webhooks. */
@PactConsumerTest
@PactTestFor(providerName = PROVIDER, pactVersion = PactSpecVersion.V4)
class WebhooksContractTest {
  private static final String TIME = "2022-05-28T07:01:53.075Z";
  private static final String TIME_REGEX =
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";

  @Pact(consumer = CONSUMER)
  V4Pact createWithoutEnabled(PactBuilder pact) {
    return pact.given("no webhook has the URL", APP)
        .expectsToReceiveHttpInteraction(
            "createWebhook 201, only the required fields",
            http ->
                CREATE
                    .request(http, WebhooksContractTest::calls)
                    .comment("documented")
                    .willRespondWith(response -> response.status(201).body(created(true))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "createWithoutEnabled")
  void createdWebhookIsEnabledByDefault(MockServer server) {
    assertCreated(client(server).createWebhook(calls().build()), true);
  }

  @Pact(consumer = CONSUMER)
  V4Pact createDisabled(PactBuilder pact) {
    return pact.given("no webhook has the URL", APP)
        .expectsToReceiveHttpInteraction(
            "createWebhook 201, every field",
            http ->
                CREATE
                    .request(http, body -> calls(body).booleanValue("enabled", false))
                    .comment("documented")
                    .willRespondWith(response -> response.status(201).body(created(false))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "createDisabled")
  void webhookCanBeCreatedDisabled(MockServer server) {
    assertCreated(client(server).createWebhook(calls().enabled(false).build()), false);
  }

  private static WebhookRequest.Builder calls() {
    return WebhookRequest.builder().name("Calls").url(NEW_URL).events(EventType.MEETING_ENDED);
  }

  private static LambdaDslObject calls(LambdaDslObject body) {
    return equal(body, "url", "newUrl", NEW_URL)
        .stringValue("name", "Calls")
        .array("events", events -> events.stringValue("meeting.ended"));
  }

  private static DslPart created(boolean enabled) {
    return data(webhook -> times(calls(webhook)).uuid("id", ID).booleanValue("enabled", enabled));
  }

  private static LambdaDslObject times(LambdaDslObject webhook) {
    return webhook
        .stringMatcher("created_at", TIME_REGEX, TIME)
        .stringMatcher("updated_at", TIME_REGEX, TIME);
  }

  private static void assertCreated(Webhook webhook, boolean enabled) {
    assertThat(webhook.id()).isEqualTo(ID);
    assertThat(webhook.name()).isEqualTo("Calls");
    assertThat(webhook.url()).isEqualTo(NEW_URL);
    assertThat(webhook.events()).containsExactly(EventType.MEETING_ENDED);
    assertThat(webhook.enabled()).isEqualTo(enabled);
    assertThat(webhook.createdAt()).isEqualTo(Instant.parse(TIME));
    assertThat(webhook.updatedAt()).isEqualTo(Instant.parse(TIME));
  }

  @Pact(consumer = CONSUMER)
  V4Pact get(PactBuilder pact) {
    return pact.given(DISABLED, WEBHOOK)
        .expectsToReceiveHttpInteraction(
            "getWebhook 200",
            http ->
                GET.request(http)
                    .comment("documented")
                    .willRespondWith(response -> response.status(200).body(disabled())))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "get")
  void getReturnsTheWebhookOfTheId(MockServer server) {
    assertDisabled(client(server).getWebhook(ID));
  }

  @Pact(consumer = CONSUMER)
  V4Pact delete(PactBuilder pact) {
    return pact.given(DISABLED, WEBHOOK)
        .expectsToReceiveHttpInteraction(
            "deleteWebhook 200",
            http ->
                DELETE
                    .request(http)
                    .comment("documented")
                    .willRespondWith(response -> response.status(200).body(disabled())))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "delete")
  void deleteReturnsTheDeletedWebhook(MockServer server) {
    assertDisabled(client(server).deleteWebhook(ID));
  }

  @Pact(consumer = CONSUMER)
  V4Pact list(PactBuilder pact) {
    return pact.given(DISABLED, WEBHOOK)
        .expectsToReceiveHttpInteraction(
            "listWebhooks 200",
            http ->
                LIST.request(http)
                    .comment("documented; other webhooks of the app may be in the list")
                    .willRespondWith(response -> response.status(200).body(listed())))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "list")
  void listHasTheWebhookOfTheApp(MockServer server) {
    List<Webhook> webhooks = client(server).listWebhooks();

    assertThat(webhooks).hasSize(1);
    assertDisabled(webhooks.get(0));
  }

  private static DslPart disabled() {
    return data(
        webhook -> disabled(equal(equal(webhook, "id", "webhookId", ID), "url", "url", URL)));
  }

  /** Pact JVM's mock server has no values of a provider state within {@code arrayContaining}. */
  private static DslPart listed() {
    return json(
        body ->
            body.booleanValue("success", true)
                .arrayContaining(
                    "data",
                    webhooks ->
                        webhooks.object(
                            webhook ->
                                disabled(webhook.uuid("id", ID))
                                    .stringMatcher("url", "https?://\\S+", URL.toString()))));
  }

  private static LambdaDslObject disabled(LambdaDslObject webhook) {
    return times(webhook)
        .stringValue("name", NAME)
        .booleanValue("enabled", false)
        .array("events", events -> events.stringValue("meeting.started"));
  }

  private static void assertDisabled(Webhook webhook) {
    assertThat(webhook.id()).isEqualTo(ID);
    assertThat(webhook.name()).isEqualTo(NAME);
    assertThat(webhook.url()).isEqualTo(URL);
    assertThat(webhook.enabled()).isFalse();
    assertThat(webhook.events()).containsExactly(EventType.MEETING_STARTED);
    assertThat(webhook.createdAt()).isEqualTo(Instant.parse(TIME));
    assertThat(webhook.updatedAt()).isEqualTo(Instant.parse(TIME));
  }

  @Pact(consumer = CONSUMER)
  V4Pact emptyList(PactBuilder pact) {
    DslPart notFound = json(body -> body.object("error", error -> error.numberValue("code", 404)));
    return pact.given("the app has no webhooks, and its list is not found", APP)
        .expectsToReceiveHttpInteraction(
            "listWebhooks 404, an app without webhooks",
            http ->
                LIST.request(http)
                    .comment("observed; the code distinguishes it from any other 404")
                    .willRespondWith(response -> response.status(404).body(notFound)))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "emptyList")
  void appWithoutWebhooksHasAnEmptyList(MockServer server) {
    assertThat(client(server).listWebhooks()).isEmpty();
  }

  @Pact(consumer = CONSUMER)
  V4Pact eventTypes(PactBuilder pact) {
    DslPart types =
        json(
            body ->
                body.booleanValue("success", true).eachLike("data", stringType("meeting.started")));
    return pact.given("no webhook has the URL", APP)
        .expectsToReceiveHttpInteraction(
            "listEventTypes 200",
            http ->
                LIST_EVENT_TYPES
                    .request(http)
                    .comment("documented")
                    .willRespondWith(response -> response.status(200).body(types)))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "eventTypes")
  void eventTypesAreListed(MockServer server) {
    assertThat(client(server).listEventTypes()).containsExactly(EventType.MEETING_STARTED);
  }
}

package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.CommittedContract.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.MessageContentsBuilder;
import au.com.dius.pact.consumer.dsl.MetadataBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.ModelAdapters;
import io.github.realtimekit.webhooks.UnknownEvent;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract between the receiver and what is delivered to it: each event of the spec. */
@ExtendWith({DeliveriesContractTest.CommittedDeliveries.class, PactConsumerTestExt.class})
@PactTestFor(
    providerName = "cloudflare-realtimekit-deliveries",
    providerType = ProviderType.ASYNCH,
    pactVersion = PactSpecVersion.V4)
class DeliveriesContractTest {
  private static final Spec SPEC = Spec.load();
  private static final JsonNode EVENTS =
      SPEC.tree().at("/components/schemas/Event/discriminator/mapping");
  private static final DeliverySigner SIGNER = DeliverySigner.generate();
  private static final String UNKNOWN = "meeting.exploded";
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  static final class CommittedDeliveries extends CommittedContract {
    CommittedDeliveries() {
      super("cloudflare-realtimekit-deliveries");
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact events(PactBuilder pact) {
    EVENTS
        .properties()
        .forEach(event -> addTo(pact, event.getKey(), reference(event.getValue().asText())));
    return pact.toPact();
  }

  private static JsonNode reference(String schema) {
    return new ObjectMapper().createObjectNode().put("$ref", schema);
  }

  private static void addTo(PactBuilder pact, String type, JsonNode schema) {
    JsonNode body = SPEC.resolve(schema).path("example");
    pact.given("a webhook is subscribed to the event", Map.of("event", type))
        .expectsToReceiveMessageInteraction(
            type + ", every field of the example",
            message -> {
              message.withContents(contents -> contents(contents, body));
              var rules =
                  message.getInteraction().getContents().getMatchingRules().addCategory("body");
              new ResponseMatchers(SPEC, rules).add("$", schema, body);
              rules.getMatchingRules().remove("$.event");
              return message;
            });
  }

  private static MessageContentsBuilder contents(MessageContentsBuilder contents, JsonNode body) {
    return contents
        .withMetadata(DeliveriesContractTest::headers)
        .withContent(body.toString(), "application/json");
  }

  private static void headers(MetadataBuilder headers) {
    headers.matchRegex("rtk-signature", "[A-Za-z0-9+/]{342}==", "A".repeat(342) + "==");
    headers.matchRegex("rtk-uuid", UUID, example("RtkUuid"));
    headers.matchRegex("rtk-webhook-id", UUID, example("RtkWebhookId"));
  }

  private static String example(String parameter) {
    return SPEC.tree().at("/components/parameters/" + parameter + "/example").asText();
  }

  @Test
  @PactTestFor(pactMethod = "events")
  void readsEveryFieldOfEachEvent(List<AsynchronousMessage> messages) throws IOException {
    assertThat(messages).hasSize(EVENTS.size());
    for (AsynchronousMessage message : messages) {
      Delivery delivery = receive(message);

      JsonNode sent = new ObjectMapper().readTree(message.contentsAsBytes());
      assertThat(delivery.id()).isEqualTo(example("RtkUuid"));
      assertThat(delivery.webhookId()).isEqualTo(example("RtkWebhookId"));
      assertThat(delivery.event().type()).isEqualTo(EventType.of(sent.path("event").asText()));
      assertThat(delivery.event()).isNotInstanceOf(UnknownEvent.class);
      assertThat(Examples.withEqualTimes(json(delivery.event())))
          .isEqualTo(Examples.withEqualTimes(sent));
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact unknownEvent(PactBuilder pact) {
    JsonNode body = new ObjectMapper().createObjectNode().put("event", UNKNOWN);
    return pact.given("a webhook is subscribed to the event", Map.of("event", UNKNOWN))
        .expectsToReceiveMessageInteraction(
            UNKNOWN + ", a type that the spec does not have",
            message -> message.withContents(contents -> contents(contents, body)))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "unknownEvent")
  void eventOfATypeThatIsNotKnownIsAnUnknownEvent(List<AsynchronousMessage> messages) {
    Event event = receive(messages.get(0)).event();

    assertThat(event).isInstanceOf(UnknownEvent.class);
    assertThat(event.type()).isEqualTo(EventType.of(UNKNOWN));
  }

  /** Signs the message, since an example has no signature that fits. */
  private static Delivery receive(AsynchronousMessage message) {
    byte[] body = message.contentsAsBytes();
    Map<String, String> headers = new HashMap<>(SIGNER.headers(body, "unused"));
    for (String header : List.of("rtk-uuid", "rtk-webhook-id")) {
      headers.put(header, String.valueOf(message.getMetadata().get(header)));
    }
    return WebhookReceiver.builder()
        .keys(WebhookKeys.pinned(SIGNER.publicKeyPem()))
        .build()
        .receive(body, headers::get);
  }

  private static JsonNode json(Event event) throws IOException {
    Moshi moshi = new Moshi.Builder().add(new ModelAdapters()).build();
    return new ObjectMapper().readTree(moshi.adapter(Event.class).toJson(event));
  }
}

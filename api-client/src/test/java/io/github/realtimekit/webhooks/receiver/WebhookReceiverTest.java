package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.MeetingEndReason;
import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.UnknownEvent;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverTest {
  private static final DeliverySigner SIGNER = Signers.FIRST;
  private static final UUID WEBHOOK = UUID.fromString("0d1f069d-43bb-489a-ad8c-7eb95592ba8e");
  private static final UUID ORGANIZATION = UUID.fromString("9a7f2c1e-3b54-4d08-8e61-2f0c9d8b7a65");
  private static final String ENDED = "{\"event\":\"meeting.ended\",\"reason\":\"HOST\"}";

  private final ReceivingServer server = new ReceivingServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static WebhookReceiver.Builder receiver() {
    return WebhookReceiver.builder().keys(WebhookKeys.pinned(SIGNER.publicKeyPem()));
  }

  private int deliver(String body) throws Exception {
    byte[] bytes = body.getBytes(UTF_8);
    return server.deliver(bytes, SIGNER.headers(bytes, WEBHOOK.toString()));
  }

  private Delivery delivered() {
    return server.deliveries.get(server.deliveries.size() - 1);
  }

  private Reason refused() {
    return server.failures.get(server.failures.size() - 1).reason();
  }

  @Test
  void tellsWhatWasDelivered() throws Exception {
    server.receive(receiver().build());
    byte[] body = ENDED.getBytes(UTF_8);
    Map<String, String> headers = SIGNER.headers(body, WEBHOOK.toString());
    assertThat(server.deliver(body, headers)).isEqualTo(204);
    assertThat(delivered().id()).isEqualTo(headers.get("rtk-uuid"));
    assertThat(delivered().webhookId()).isEqualTo(WEBHOOK.toString());
    assertThat(delivered().body()).isEqualTo(body);
    assertThat(delivered().fingerprint()).isEqualTo(ByteString.of(body).sha256().hex());
    assertThat(delivered().event())
        .isInstanceOfSatisfying(
            MeetingEnded.class,
            event -> {
              assertThat(event.reason()).isEqualTo(MeetingEndReason.of("HOST"));
              assertThat(event.meeting()).isNull();
            });
  }

  @Test
  void readsOtherHeadersOfDyte() throws Exception {
    server.receive(receiver().webhookIds(WEBHOOK).build());
    byte[] body = ENDED.getBytes(UTF_8);
    Map<String, String> dyte = new HashMap<>();
    SIGNER
        .headers(body, WEBHOOK.toString())
        .forEach((name, value) -> dyte.put(name.replace("rtk", "dyte"), value));
    assertThat(server.deliver(body, dyte)).isEqualTo(204);
    assertThat(delivered().id()).isEqualTo(dyte.get("dyte-uuid"));
    assertThat(delivered().webhookId()).isEqualTo(WEBHOOK.toString());
  }

  @Test
  void prefersHeadersOfRealtimeKit() throws Exception {
    server.receive(receiver().webhookIds(WEBHOOK).build());
    byte[] body = ENDED.getBytes(UTF_8);
    Map<String, String> headers = SIGNER.headers(body, WEBHOOK.toString());
    headers.put("dyte-signature", Signers.SECOND.headers(body, "").get("rtk-signature"));
    headers.put("dyte-uuid", "another id");
    headers.put("dyte-webhook-id", UUID.randomUUID().toString());
    assertThat(server.deliver(body, headers)).isEqualTo(204);
    assertThat(delivered().id()).isEqualTo(headers.get("rtk-uuid"));
    assertThat(delivered().webhookId()).isEqualTo(WEBHOOK.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void takesBlankHeadersAsMissing(String blank) {
    byte[] body = ENDED.getBytes(UTF_8);
    Map<String, String> headers = SIGNER.headers(body, "a");
    headers.replaceAll((name, value) -> name.equals("rtk-signature") ? value : blank);
    Delivery delivery = receiver().build().receive(body, headers::get);
    assertThat(delivery.id()).isNull();
    assertThat(delivery.webhookId()).isNull();
    headers.put("dyte-signature", headers.put("rtk-signature", blank));
    assertThat(receiver().build().receive(body, headers::get).event())
        .isInstanceOf(MeetingEnded.class);
    headers.put("dyte-signature", blank);
    assertThatThrownBy(() -> receiver().build().receive(body, headers::get))
        .hasMessage("The header rtk-signature is missing");
  }

  @Test
  void refusesBodyOverTheLimitBeforeItsSignature() throws Exception {
    server.receive(receiver().maxBodyBytes(ENDED.length()).build());
    assertThat(deliver(ENDED)).isEqualTo(204);
    assertThat(deliver(ENDED + " ")).isEqualTo(413);
    assertThat(deliver(ENDED + "\0")).isEqualTo(413);
    assertThat(refused()).isEqualTo(Reason.TOO_LARGE);
    byte[] body = (ENDED + " ").getBytes(UTF_8);
    WebhookReceiver receiver = receiver().maxBodyBytes(ENDED.length()).build();
    assertThatThrownBy(() -> receiver.receive(body, name -> null))
        .hasMessage("The body is larger than %d bytes".formatted(ENDED.length()));
  }

  @Test
  void acceptsOneMebibyteByDefault() throws Exception {
    server.receive(receiver().build());
    assertThat(deliver(" ".repeat(1 << 20))).isEqualTo(204);
    assertThat(deliver(" ".repeat((1 << 20) + 1))).isEqualTo(413);
  }

  @Test
  void refusesDeliveryForAnotherWebhook() throws Exception {
    server.receive(receiver().webhookIds(UUID.randomUUID()).build());
    assertThat(deliver(ENDED)).isEqualTo(403);
    assertThat(refused()).isEqualTo(Reason.OTHER_WEBHOOK);
  }

  @Test
  void refusesDeliveryThatNamesNoWebhook() throws Exception {
    server.receive(receiver().webhookIds(WEBHOOK).build());
    byte[] body = ENDED.getBytes(UTF_8);
    Map<String, String> headers = SIGNER.headers(body, WEBHOOK.toString());
    headers.remove("rtk-webhook-id");
    assertThat(server.deliver(body, headers)).isEqualTo(403);
    assertThat(refused()).isEqualTo(Reason.OTHER_WEBHOOK);
  }

  @Test
  void acceptsEachOfItsWebhooksInUpperCaseToo() throws Exception {
    server.receive(receiver().webhookIds(UUID.randomUUID(), WEBHOOK).build());
    byte[] body = ENDED.getBytes(UTF_8);
    String id = WEBHOOK.toString().toUpperCase(Locale.ROOT);
    assertThat(server.deliver(body, SIGNER.headers(body, id))).isEqualTo(204);
    assertThat(delivered().webhookId()).isEqualTo(id);
  }

  @Test
  void asksForTheIdsOfItsWebhooksWithEachDelivery() throws Exception {
    List<UUID> registered = new CopyOnWriteArrayList<>();
    server.receive(receiver().webhookIds(() -> registered).build());
    assertThat(deliver(ENDED)).as("before it is registered").isEqualTo(503);
    assertThat(refused()).isEqualTo(Reason.WEBHOOK_IDS_UNAVAILABLE);
    registered.add(UUID.randomUUID());
    assertThat(deliver(ENDED)).isEqualTo(403);
    registered.add(WEBHOOK);
    assertThat(deliver(ENDED)).isEqualTo(204);
  }

  @Test
  void refusesListsOfIdsThatAreEmpty() {
    assertThatThrownBy(() -> receiver().webhookIds())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("webhookIds: no delivery would be accepted without an id");
    assertThatThrownBy(() -> receiver().organizationIds())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("organizationIds: no delivery would be accepted without an id");
  }

  @Test
  void readsBackWhatWasStored() {
    byte[] body = ENDED.getBytes(UTF_8);
    Delivery received = receiver().build().receive(body, SIGNER.headers(body, "a")::get);
    Delivery stored = Delivery.of(received.id(), received.webhookId(), received.body());
    assertThat(stored).usingRecursiveComparison().isEqualTo(received);
    assertThat(stored.fingerprint()).isEqualTo(received.fingerprint());
    body[0] = 'x';
    assertThat(Delivery.of(null, null, body).event()).isInstanceOf(UnknownEvent.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"event":"meeting.ended"} | 204
          {"event":"meeting.ended","meeting":{"organizedBy":{"id":"%s"}}} | 204
          {"event":"meeting.ended","meeting":{"organizedBy":{"id":"other"}}} | 403
          {"event":"meeting.chatSynced","organizedBy":{"id":"%s"}} | 204
          {"event":"meeting.chatSynced","organizedBy":{"id":"other"}} | 403
          {"event":"recording.statusUpdate","recording":{"organizationId":"%s"}} | 204
          {"event":"recording.statusUpdate","recording":{"organizationId":"other"}} | 403
          {"event":"not.known","a":[{"organizedBy":{"id":"other"}}]} | 403
          {"event":"not.known","a":[{"organizationId":"%s"},{"organizationId":"other"}]} | 403
          {"event":"not.known","organizedBy":{"id":"%s"},"organizationId":"other"} | 403
          {"event":"not.known","organizedBy":{"id":"%s"},"organizationId":"%s"} | 204
          no JSON | 204
          """)
  void refusesEventOfAnotherOrganization(String body, int status) throws Exception {
    server.receive(receiver().organizationIds(ORGANIZATION.toString()).build());
    assertThat(deliver(body.replace("%s", ORGANIZATION.toString().toUpperCase(Locale.ROOT))))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"event":"room.exploded","at":1} | room.exploded | The type is unknown to this version
          {"event":"","at":1} | '' | The type is unknown to this version
          {"at":1} | '' | The type is missing or not a string
          {"event":null} | '' | The type is missing or not a string
          {"event":["meeting.ended"]} | '' | The type is missing or not a string
          {"event":"meeting.ended","event":"meeting.started"} | meeting.ended | More than one type
          {"event":"meeting.ended","event":null} | meeting.ended | More than one type
          {"event":"meeting.ended"} {} | meeting.ended | Malformed JSON at $
          {"event":"meeting.ended" | meeting.ended | Malformed JSON at $.event
          [] | '' | Not a JSON object
          "meeting.ended" | '' | Not a JSON object
          meeting.ended | '' | Malformed JSON at $
          null | '' | Not a JSON object
          '' | '' | Malformed JSON at $
          """)
  void keepsWhateverIsSigned(String body, String type, String reason) throws Exception {
    server.receive(receiver().build());
    assertThat(deliver(body)).isEqualTo(204);
    UnknownEvent event = (UnknownEvent) delivered().event();
    assertThat(event.json()).isEqualTo(body);
    assertThat(event.type()).isEqualTo(EventType.of(type));
    assertThat(event.reason()).isEqualTo(reason);
    assertThat(event).hasToString("UnknownEvent[event=" + type + ", reason=" + reason + "]");
  }

  @Test
  void keepsNestingOfAnyDepth() throws Exception {
    server.receive(receiver().build());
    String deep = "{\"event\":\"meeting.ended\",\"x\":" + "[".repeat(100_000);
    assertThat(deliver(deep)).isEqualTo(204);
    assertThat(((UnknownEvent) delivered().event()).json()).isEqualTo(deep);
  }

  @Test
  void readsPlainMapThatIgnoresCase() {
    byte[] body = ENDED.getBytes(UTF_8);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    SIGNER
        .headers(body, "a")
        .forEach((name, value) -> headers.put(name.toUpperCase(Locale.ROOT), value));
    assertThat(receiver().build().receive(body, headers::get).webhookId()).isEqualTo("a");
  }

  @Test
  void visitsEventsByTheirClass() throws Exception {
    server.receive(receiver().build());
    Event.Visitor<String> visitor =
        new Event.Visitor<>() {
          @Override
          public String visit(MeetingEnded ended) {
            return "ended: " + ended.reason();
          }

          @Override
          public String visitOther(Event event) {
            return "other: " + event.type();
          }
        };
    deliver(ENDED);
    assertThat(delivered().event().accept(visitor)).isEqualTo("ended: HOST");
    deliver("{\"event\":\"meeting.started\"}");
    assertThat(delivered().event().accept(visitor)).isEqualTo("other: meeting.started");
    deliver("{\"event\":\"new.one\"}");
    assertThat(delivered().event().accept(visitor)).isEqualTo("other: new.one");
  }

  @Test
  void changingTheBodyAfterwardsChangesNothing() {
    byte[] body = ENDED.getBytes(UTF_8);
    Delivery delivery = receiver().build().receive(body, SIGNER.headers(body, "a")::get);
    body[0] = 'x';
    delivery.body()[0] = 'x';
    assertThat(delivery.body()).isEqualTo(ENDED.getBytes(UTF_8));
  }

  @Test
  void takesPositiveLimitsOnly() {
    assertThatThrownBy(() -> receiver().maxBodyBytes(0)).hasMessageContaining("maxBodyBytes");
    assertThat(receiver().maxBodyBytes(1).build()).isNotNull();
  }
}

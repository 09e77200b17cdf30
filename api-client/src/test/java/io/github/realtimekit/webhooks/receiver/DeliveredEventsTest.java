package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.ModelAdapters;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each event of the YAML, in the forms in which it may come, over the wire. */
class DeliveredEventsTest {
  private static final JsonAdapter<Event> EVENTS =
      new Moshi.Builder().add(new ModelAdapters()).build().adapter(Event.class);
  private static final Spec SPEC = Spec.load();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DeliverySigner SIGNER = Signers.FIRST;
  private static final ReceivingServer SERVER =
      new ReceivingServer()
          .receive(
              WebhookReceiver.builder().keys(WebhookKeys.pinned(SIGNER.publicKeyPem())).build());

  record Sample(String type, String schema) {
    ObjectNode example() {
      return DeliveredEventsTest.schema(schema).get("example").deepCopy();
    }

    @Override
    public String toString() {
      return type;
    }
  }

  static List<Sample> events() {
    List<Sample> events = new ArrayList<>();
    for (var entry : schema("Event").at("/discriminator/mapping").properties()) {
      String target = entry.getValue().asText();
      events.add(new Sample(entry.getKey(), target.substring(target.lastIndexOf('/') + 1)));
    }
    return events;
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void eachEventHasATypeThatCanBeSubscribed() {
    assertThat(events()).isNotEmpty();
    assertThat(SPEC.values("EventType")).containsAll(events().stream().map(Sample::type).toList());
  }

  @ParameterizedTest
  @MethodSource("events")
  void arrivesAsItsExample(Sample sample) throws Exception {
    assertArrives(sample, sample.example(), sample.example());
  }

  @ParameterizedTest
  @MethodSource("events")
  void arrivesWithNothingButItsType(Sample sample) throws Exception {
    ObjectNode type = JSON.createObjectNode().put("event", sample.type());
    assertArrives(sample, type, type);
  }

  @ParameterizedTest
  @MethodSource("events")
  void arrivesWithUnknownFieldsAndItsTypeLast(Sample sample) throws Exception {
    ObjectNode strange = sample.example();
    strange.findParents("id").forEach(node -> addStrange((ObjectNode) node));
    addStrange(strange);
    strange.set("event", strange.remove("event"));
    assertArrives(sample, strange, sample.example());
  }

  private static void addStrange(ObjectNode node) {
    node.putArray("participants").add(1.5).addObject().putNull("event");
    node.putObject("extra").put("event", "meeting.unheardOf");
  }

  @ParameterizedTest
  @MethodSource("events")
  void arrivesWithTimesAndNumbersAsDyteSentThem(Sample sample) throws Exception {
    JsonNode schema = schema(sample.schema());
    JsonNode dyte =
        mapped(
            schema,
            sample.example(),
            (field, value) ->
                switch (field.path("format").asText()) {
                  case "date-time" ->
                      new TextNode(value.asText().replaceFirst("T(.*)Z", " $1321Z"));
                  case "int64" -> LongNode.valueOf(value.asLong());
                  default -> value;
                });
    assertArrives(sample, dyte, dyte);
  }

  @ParameterizedTest
  @MethodSource("events")
  void arrivesWithNullsAsWithoutTheFields(Sample sample) throws Exception {
    ObjectNode nulls = sample.example();
    nulls.fieldNames().forEachRemaining(name -> nulls.putNull(name));
    nulls.put("event", sample.type());
    Delivery delivery = assertDelivered(nulls);
    assertThat(delivery.event().getClass().getSimpleName()).isEqualTo(sample.schema());
  }

  @ParameterizedTest
  @MethodSource("events")
  void keepsItsClassWhateverItsFieldsAre(Sample sample) throws Exception {
    ObjectNode broken = sample.example();
    List<String> names = new ArrayList<>();
    broken.fieldNames().forEachRemaining(names::add);
    names.remove("event");
    names.forEach(name -> broken.putArray(name).add("not so"));
    Event event = assertArrives(sample, broken, broken);
    assertThat(event.unreadableFields()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(event.toString()).doesNotContain("not so");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"event\":\"room.exploded\",\"at\":[1.50,null]}", "[\"é\"]", "null"})
  void writesUnknownEventAsItCame(String json) throws Exception {
    Event event = Event.parse(json.getBytes(UTF_8));
    assertThat(EVENTS.toJson(event)).isEqualTo(json);
    assertThat(JSON.readTree(JSON.writeValueAsString(event)).toString())
        .isEqualTo(JSON.readTree(json).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{} {}", "{\"a\":\"\\q\"}", "{\"a\":01}", "\u0000"})
  void writesWhatIsNoJsonAsAString(String body) throws Exception {
    Event event = Event.parse(body.getBytes(UTF_8));
    assertThat(JSON.readTree(EVENTS.toJson(event))).isEqualTo(new TextNode(body));
    assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(new TextNode(body));
  }

  @Test
  void unknownEventsAreEqualByTheirJson() {
    Event event = Event.parse("{\"event\":\"a\"}".getBytes(UTF_8));
    Event same = Event.parse("{\"event\":\"a\"}".getBytes(UTF_8));
    assertThat(event).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(event.hashCode()).isNotZero();
    assertThat(event)
        .isNotEqualTo(Event.parse("{\"event\":\"b\"}".getBytes(UTF_8)))
        .isNotEqualTo(Event.parse("{\"event\":\"a\",\"at\":1}".getBytes(UTF_8)))
        .isNotEqualTo("a");
  }

  @Test
  void callsDownloadUrlsAndTheStreamKeySecret() {
    for (JsonNode properties : SPEC.tree().findValues("properties")) {
      for (var field : properties.properties()) {
        if (field.getKey().matches("(?i).*downloadUrl|streamKey")) {
          assertThat(field.getValue().path("x-secret").asBoolean()).as(field.getKey()).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void hidesItsSecrets(Sample sample) throws Exception {
    List<String> secrets = new ArrayList<>();
    mapped(
        schema(sample.schema()),
        sample.example(),
        (field, value) -> {
          if (field.path("x-secret").asBoolean()) {
            secrets.add(value.asText());
          }
          return value;
        });
    Delivery delivery = assertDelivered(sample.example());
    String text = delivery + " " + delivery.event();
    assertThat(text).contains(sample.type());
    assertThat(secrets).noneMatch(text::contains);
  }

  private static Event assertArrives(Sample sample, JsonNode sent, JsonNode expected)
      throws Exception {
    Event event = assertDelivered(sent).event();
    assertThat(event.getClass().getSimpleName()).isEqualTo(sample.schema());
    assertThat(event.type().value()).isEqualTo(sample.type());
    Buffer written = new Buffer();
    EVENTS.toJson(written, event);
    assertThat(JSON.readTree(written.readUtf8())).isEqualTo(JSON.readTree(expected.toString()));
    return event;
  }

  private static Delivery assertDelivered(JsonNode json) throws Exception {
    byte[] body = JSON.writeValueAsBytes(json);
    assertThat(SERVER.deliver(body, SIGNER.headers(body, "a-webhook"))).isEqualTo(204);
    Delivery delivery = SERVER.deliveries.get(SERVER.deliveries.size() - 1);
    assertThat(delivery.body()).isEqualTo(body);
    return delivery;
  }

  /** Applies a function to each value of an object, with the schema of its field. */
  private static JsonNode mapped(JsonNode schema, JsonNode value, BinaryOperator<JsonNode> map) {
    if (!(value instanceof ObjectNode object)) {
      return map.apply(schema, value);
    }
    JsonNode properties = SPEC.resolve(schema).path("properties");
    for (var entry : object.properties()) {
      JsonNode field = SPEC.resolve(properties.path(entry.getKey()));
      entry.setValue(mapped(field, entry.getValue(), map));
    }
    return object;
  }

  private static JsonNode schema(String name) {
    return SPEC.tree().at("/components/schemas/" + name);
  }
}

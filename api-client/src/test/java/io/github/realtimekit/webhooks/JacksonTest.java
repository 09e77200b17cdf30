package io.github.realtimekit.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson, Moshi and {@link Event#parse} read and write the same. */
class JacksonTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final Moshi MOSHI = new Moshi.Builder().add(new ModelAdapters()).build();
  private static final JsonAdapter<Event> EVENTS = MOSHI.adapter(Event.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"recording.statusUpdate\",\"recording\":{\"fileSize\":2044680,\"recordingDuration\":0.5}}",
        "{\"event\":\"recording.statusUpdate\",\"recording\":{\"id\":7,\"fileSize\":12345678901234567890}}",
        "{\"event\":\"meeting.ended\",\"meeting\":{\"endedAt\":null},\"reason\":[true,{\"a\":7}]}",
        "{\"event\":\"room.exploded\",\"at\":[12345678901234567890,null,\"é\"]}",
        "[1,2]",
        "true",
        "no JSON",
        "{\"a\":01}",
      })
  void readsBackWhatItWrote(String json) throws Exception {
    Event event = Event.parse(json.getBytes(UTF_8));
    String written = JACKSON.writeValueAsString(event);
    assertThat(written).isEqualTo(EVENTS.toJson(event));
    assertThat(JACKSON.writerFor(Event.class).writeValueAsString(event)).isEqualTo(written);
    assertThat(JACKSON.writeValueAsString(List.of(event))).isEqualTo("[" + written + "]");
    assertThat(JACKSON.readValue(written, Event.class)).isEqualTo(event);
    assertThat(EVENTS.fromJson(written)).isEqualTo(event);
  }

  /** Jackson itself reads a fraction as a double, unless it is told otherwise. */
  @Test
  void keepsEachDigitThatJacksonReads() throws Exception {
    String json =
        "{\"event\":\"recording.statusUpdate\",\"recording\":{\"recordingDuration\":0.1000}}";
    Event event = Event.parse(json.getBytes(UTF_8));
    assertThat(JACKSON.writeValueAsString(event)).isEqualTo(json).isEqualTo(EVENTS.toJson(event));
    assertThat(EVENTS.toJson(JACKSON.readValue(json, Event.class)))
        .isEqualTo(json.replace("0.1000", "0.1"));
    ObjectMapper exact =
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    assertThat(exact.readValue(json, Event.class)).isEqualTo(event);
  }

  @Test
  void readsAndWritesModelsAndTypes() throws Exception {
    Webhook webhook = MOSHI.adapter(Webhook.class).fromJson(ApiServer.WEBHOOK);
    String written = JACKSON.writeValueAsString(Map.of("webhook", webhook));
    assertThat(written)
        .isEqualTo("{\"webhook\":" + MOSHI.adapter(Webhook.class).toJson(webhook) + "}");
    assertThat(JACKSON.readValue(ApiServer.WEBHOOK, Webhook.class)).isEqualTo(webhook);
    assertThat(JACKSON.readValue("\"room.exploded\"", EventType.class))
        .isEqualTo(EventType.of("room.exploded"));
    assertThat(JACKSON.writeValueAsString(EventType.MEETING_ENDED)).isEqualTo("\"meeting.ended\"");
  }
}

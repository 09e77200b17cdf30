package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events as values, and their builders. */
class EventValuesTest {
  @Test
  void builderOfAnEventNeedsNoType() {
    MeetingEnded event = MeetingEnded.builder().build();

    assertThat(event.type()).isEqualTo(EventType.of("meeting.ended"));
  }

  /** Returns an event of each type that has a class. */
  static List<Event> events() {
    return EventType.known().stream()
        .map(type -> "{\"event\":\"%s\"}".formatted(type.value()))
        .map(json -> Event.parse(ByteString.encodeUtf8(json).toByteArray()))
        .filter(event -> !(event instanceof UnknownEvent))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("events")
  void builderStartsWithTheTypeThatSelectsItsClass(Event parsed) throws Exception {
    Object builder = parsed.getClass().getMethod("builder").invoke(null);

    assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(parsed);
  }

  @Test
  void toBuilderKeepsWhatCannotBeRead() {
    MeetingEnded event = ended("7");

    MeetingEnded same = event.toBuilder().build();

    assertThat(same).isEqualTo(event);
    assertThat(same.unreadableFields()).containsExactly("reason");
  }

  @Test
  void fieldOfABuilderLeavesTheEventAsItIs() {
    MeetingEnded event = ended("7");

    MeetingEnded readable =
        event.toBuilder().reason(MeetingEndReason.ALL_PARTICIPANTS_LEFT).build();

    assertThat(readable.unreadableFields()).isEmpty();
    assertThat(event.unreadableFields()).containsExactly("reason");
  }

  @Test
  void eventsThatDifferInWhatCannotBeReadAreNotEqual() {
    assertThat(ended("7")).isNotEqualTo(ended("8")).doesNotHaveSameHashCodeAs(ended("8"));
  }

  @Test
  void unknownEventsAreEqualByTheirJson() {
    String json = "{\"event\":\"meeting.exploded\",\"count\":%s}";
    Event event = parse(json.formatted(1));

    assertThat(event).isEqualTo(parse(json.formatted(1))).isNotEqualTo(parse(json.formatted(2)));
  }

  @Test
  void eventOfTwoTypesIsUnknown() {
    Event event = parse("{\"event\":\"meeting.ended\",\"event\":\"meeting.started\"}");

    assertThat(event)
        .isInstanceOfSatisfying(
            UnknownEvent.class,
            unknown -> assertThat(unknown.reason()).isEqualTo("More than one type"));
  }

  private static MeetingEnded ended(String reason) {
    return (MeetingEnded) parse("{\"event\":\"meeting.ended\",\"reason\":%s}".formatted(reason));
  }

  private static Event parse(String json) {
    return Event.parse(ByteString.encodeUtf8(json).toByteArray());
  }
}

package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventBuildersTest {
  @Test
  void builderOfAnEventNeedsNoType() {
    MeetingEnded event = MeetingEnded.builder().build();

    assertThat(event.type()).isEqualTo(EventType.of("meeting.ended"));
  }

  @ParameterizedTest
  @MethodSource("io.github.realtimekit.webhooks.EventType#known")
  void builderStartsWithTheTypeThatSelectsItsClass(EventType type) throws Exception {
    String json = "{\"event\":\"%s\"}".formatted(type.value());
    Event parsed = Event.parse(ByteString.encodeUtf8(json).toByteArray());
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

    MeetingEnded readable = event.toBuilder().reason(MeetingEndReason.ALL_PARTICIPANTS_LEFT).build();

    assertThat(readable.unreadableFields()).isEmpty();
    assertThat(event.unreadableFields()).containsExactly("reason");
  }

  @Test
  void eventsThatDifferInWhatCannotBeReadAreNotEqual() {
    assertThat(ended("7")).isNotEqualTo(ended("8")).doesNotHaveSameHashCodeAs(ended("8"));
  }

  private static MeetingEnded ended(String reason) {
    String json = "{\"event\":\"meeting.ended\",\"reason\":%s}".formatted(reason);
    return (MeetingEnded) Event.parse(ByteString.encodeUtf8(json).toByteArray());
  }
}

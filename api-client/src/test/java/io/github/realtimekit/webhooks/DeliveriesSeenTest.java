package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries in forms that receivers have met, and a few that they may meet. */
class DeliveriesSeenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonAdapter<Event> EVENTS =
      new Moshi.Builder().add(new ModelAdapters()).build().adapter(Event.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # file | class | fields that cannot be read | fields that are left out
          b02-rec-uploaded-stopreason | RecordingStatusUpdate | |
          b05-rec-nulls | RecordingStatusUpdate | | /meeting/title /recording/outputFileName \
          /recording/recordingDuration /recording/roomUUID
          b06-rec-paused-strings | RecordingStatusUpdate | recording.recordingDuration |
          b09-live-nested | LivestreamingStatusUpdate | | /livestream
          b15-left-mattermost | MeetingParticipantLeft | |
          b20-chat-dyte | MeetingChatSynced | chatDownloadUrl |
          b21-presigned | MeetingTranscript | transcriptDownloadUrl |
          c02-bad-time | MeetingStarted | meeting.startedAt |
          c04-empty-strings | MeetingParticipantLeft | participant.leftAt |
          c06-url-space | RecordingStatusUpdate | recording.downloadUrl |
          c07-uuid-nodash | MeetingStarted | |
          c09-filesize-float | RecordingStatusUpdate | |
          c20-event-last | MeetingEnded | | /meeting/event /zzz
          """)
  void keepsItsClassAndGoesOutAsItCame(String file, String type, String unreadable, String leftOut)
      throws Exception {
    ByteString json = json(file);
    Event event = Event.parse(json.toByteArray());
    assertThat(event.getClass().getSimpleName()).isEqualTo(type);
    assertThat(event.missingFields()).isEmpty();
    assertThat(event.unreadableFields()).containsExactlyInAnyOrderElementsOf(words(unreadable));
    String written = EVENTS.toJson(event);
    JsonNode came = JSON.readTree(json.toByteArray());
    words(leftOut).forEach(pointer -> remove(came, pointer));
    assertThat(JSON.readTree(written)).isEqualTo(came);
    assertThat(EVENTS.fromJson(written)).isEqualTo(event).hasSameHashCodeAs(event);
  }

  @ParameterizedTest
  @CsvSource({
    "c14-type-case, meeting.participantjoined, The type is unknown to this version",
    "c22-null-event, '', The type is missing or not a string",
  })
  void isUnknownOnlyByItsType(String file, String type, String reason) throws Exception {
    ByteString json = json(file);
    UnknownEvent event = (UnknownEvent) Event.parse(json.toByteArray());
    assertThat(event.type().value()).isEqualTo(type);
    assertThat(event.reason()).isEqualTo(reason);
    assertThat(EVENTS.toJson(event)).isEqualTo(json.utf8());
  }

  @Test
  void readsWhatFitsBesideWhatDoesNot() throws Exception {
    Recording seen = recording("b02-rec-uploaded-stopreason");
    assertThat(seen.startedTime()).isEqualTo(Instant.parse("2023-04-14T04:46:08.306221Z"));
    assertThat(seen.fileSize()).isEqualTo(2044680);
    assertThat(seen.recordingDuration()).isZero();
    assertThat(seen.stopReason())
        .isEqualTo("{'reason':'ALL_PEERS_LEFT','caller':{'type':'INTERNAL'}}");
    Recording strings = recording("b06-rec-paused-strings");
    assertThat(strings.fileSize()).isEqualTo(2044680);
    assertThat(strings.recordingDuration()).isNull();
    assertThat(strings.status()).hasToString("PAUSED");
    Recording space = recording("c06-url-space");
    assertThat(space.downloadUrl()).isNull();
    assertThat(space.outputFileName()).isEqualTo("my call.mp4");
    Recording fraction = recording("c09-filesize-float");
    assertThat(fraction.fileSize()).isEqualTo(2044680);
    assertThat(fraction.recordingDuration()).isEqualTo(1800);
  }

  @Test
  void settingAFieldReplacesWhatCouldNotBeRead() throws Exception {
    URI url = URI.create("https://files.example.com/my%20call.mp4");
    Recording broken = recording("c06-url-space");
    Recording mended = broken.toBuilder().downloadUrl(url).build();
    assertThat(mended.downloadUrl()).isEqualTo(url);
    assertThat(mended.unreadableFields()).isEmpty();
    assertThat(broken.toBuilder().build()).isEqualTo(broken).isNotEqualTo(mended);
    Recording strings = recording("b06-rec-paused-strings");
    Recording numbers = strings.toBuilder().recordingDuration(1260.0).build();
    assertThat(numbers.recordingDuration()).isEqualTo(1260);
    assertThat(numbers.unreadableFields()).isEmpty();
    assertThat(numbers).isNotEqualTo(strings);
  }

  @Test
  void endsAtOnceWithNumbersOfNineHundredThousandDigits() throws IOException {
    String digits = "9".repeat(900_000);
    for (String field : List.of("fileSize", "recordingDuration", "status")) {
      String json =
          "{\"event\":\"recording.statusUpdate\",\"recording\":{\"%s\":%s}}"
              .formatted(field, digits);
      RecordingStatusUpdate event =
          (RecordingStatusUpdate) Event.parse(ByteString.encodeUtf8(json).toByteArray());
      assertThat(event.unreadableFields()).containsExactly("recording." + field);
      Recording recording = Objects.requireNonNull(event.recording());
      assertThat(recording.fileSize()).isNull();
      assertThat(recording.recordingDuration()).isNull();
      assertThat(EVENTS.toJson(event)).isEqualTo(json);
      assertThat(JSON.writeValueAsString(event)).isEqualTo(json);
    }
  }

  private static Recording recording(String file) throws IOException {
    RecordingStatusUpdate event = (RecordingStatusUpdate) Event.parse(json(file).toByteArray());
    return Objects.requireNonNull(event.recording());
  }

  private static ByteString json(String file) throws IOException {
    try (InputStream in =
        DeliveriesSeenTest.class.getResourceAsStream("/deliveries/" + file + ".json")) {
      return ByteString.read(in, in.available());
    }
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : List.of(text.split(" +"));
  }

  private static void remove(JsonNode json, String pointer) {
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) json.at(pointer.substring(0, last));
    assertThat(parent.remove(pointer.substring(last + 1))).as(pointer).isNotNull();
  }
}

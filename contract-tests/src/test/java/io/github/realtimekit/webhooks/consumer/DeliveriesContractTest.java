package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.Example.CONSUMER;
import static io.github.realtimekit.webhooks.consumer.Example.json;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.MetadataBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.LivestreamStatus;
import io.github.realtimekit.webhooks.LivestreamingStatusUpdate;
import io.github.realtimekit.webhooks.MeetingChatSynced;
import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.MeetingParticipantJoined;
import io.github.realtimekit.webhooks.MeetingParticipantLeft;
import io.github.realtimekit.webhooks.MeetingStarted;
import io.github.realtimekit.webhooks.MeetingSummary;
import io.github.realtimekit.webhooks.MeetingTranscript;
import io.github.realtimekit.webhooks.Participant;
import io.github.realtimekit.webhooks.Recording;
import io.github.realtimekit.webhooks.RecordingStatus;
import io.github.realtimekit.webhooks.RecordingStatusUpdate;
import io.github.realtimekit.webhooks.UnknownEvent;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Receives each type of event. A message has the event's type, which alone is documented for all,
 * and what the event is about; any other field may be missing.
 */
@PactConsumerTest
@PactTestFor(
    providerName = "cloudflare-realtimekit-deliveries",
    providerType = ProviderType.ASYNCH,
    pactVersion = PactSpecVersion.V4)
class DeliveriesContractTest {
  private static final DeliverySigner SIGNER = DeliverySigner.generate();
  private static final String ID = "1c9b8a70-6d5e-4f3c-8b2a-190807060504";
  private static final String DOWNLOAD = "https://example.com/download";

  @Pact(consumer = CONSUMER)
  V4Pact meetingStarted(PactBuilder pact) {
    return message(pact, "meeting.started", body -> {});
  }

  @Test
  @PactTestFor(pactMethod = "meetingStarted")
  void meetingStarts(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, MeetingStarted.class).type()).isEqualTo(EventType.MEETING_STARTED);
  }

  @Pact(consumer = CONSUMER)
  V4Pact meetingEnded(PactBuilder pact) {
    return message(pact, "meeting.ended", body -> {});
  }

  @Test
  @PactTestFor(pactMethod = "meetingEnded")
  void meetingEnds(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, MeetingEnded.class).type()).isEqualTo(EventType.MEETING_ENDED);
  }

  @Pact(consumer = CONSUMER)
  V4Pact participantJoined(PactBuilder pact) {
    return message(
        pact,
        "meeting.participantJoined",
        body -> body.object("participant", participant -> participant.stringType("peerId", ID)));
  }

  @Test
  @PactTestFor(pactMethod = "participantJoined")
  void participantJoins(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, MeetingParticipantJoined.class).participant())
        .extracting(Participant::peerId)
        .isEqualTo(ID);
  }

  @Pact(consumer = CONSUMER)
  V4Pact participantLeft(PactBuilder pact) {
    return message(
        pact,
        "meeting.participantLeft",
        body -> body.object("participant", participant -> participant.stringType("peerId", ID)));
  }

  @Test
  @PactTestFor(pactMethod = "participantLeft")
  void participantLeaves(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, MeetingParticipantLeft.class).participant())
        .extracting(Participant::peerId)
        .isEqualTo(ID);
  }

  @Pact(consumer = CONSUMER)
  V4Pact chatSynced(PactBuilder pact) {
    return message(pact, "meeting.chatSynced", body -> url(body, "chatDownloadUrl"));
  }

  @Test
  @PactTestFor(pactMethod = "chatSynced")
  void chatCanBeDownloaded(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, MeetingChatSynced.class).chatDownloadUrl())
        .isEqualTo(URI.create(DOWNLOAD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact recordingChanged(PactBuilder pact) {
    return message(
        pact,
        "recording.statusUpdate",
        body ->
            body.object(
                "recording",
                recording -> recording.stringType("id", ID).stringType("status", "RECORDING")));
  }

  @Test
  @PactTestFor(pactMethod = "recordingChanged")
  void recordingHasAStatus(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, RecordingStatusUpdate.class).recording())
        .extracting(Recording::id, Recording::status)
        .containsExactly(ID, RecordingStatus.RECORDING);
  }

  @Pact(consumer = CONSUMER)
  V4Pact livestreamChanged(PactBuilder pact) {
    return message(pact, "livestreaming.statusUpdate", body -> body.stringType("status", "LIVE"));
  }

  @Test
  @PactTestFor(pactMethod = "livestreamChanged")
  void livestreamHasAStatus(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, LivestreamingStatusUpdate.class).status())
        .isEqualTo(LivestreamStatus.LIVE);
  }

  @Pact(consumer = CONSUMER)
  V4Pact transcript(PactBuilder pact) {
    return message(pact, "meeting.transcript", body -> url(body, "transcriptDownloadUrl"));
  }

  @Test
  @PactTestFor(pactMethod = "transcript")
  void transcriptCanBeDownloaded(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, MeetingTranscript.class).transcriptDownloadUrl())
        .isEqualTo(URI.create(DOWNLOAD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact summary(PactBuilder pact) {
    return message(pact, "meeting.summary", body -> url(body, "summaryDownloadUrl"));
  }

  @Test
  @PactTestFor(pactMethod = "summary")
  void summaryCanBeDownloaded(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, MeetingSummary.class).summaryDownloadUrl())
        .isEqualTo(URI.create(DOWNLOAD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact unknown(PactBuilder pact) {
    return message(pact, "meeting.exploded", body -> {});
  }

  @Test
  @PactTestFor(pactMethod = "unknown")
  void eventOfAnUnknownTypeIsReceived(List<AsynchronousMessage> messages) {
    assertThat(receive(messages, UnknownEvent.class).type())
        .isEqualTo(EventType.of("meeting.exploded"));
  }

  private static V4Pact message(PactBuilder pact, String type, Consumer<LambdaDslObject> fields) {
    return pact.given("a webhook is subscribed to the event", Map.of("event", type))
        .expectsToReceiveMessageInteraction(
            type,
            message ->
                message
                    .reference("openapi", "operationId", "receiveEvent")
                    .comment(type.equals("meeting.exploded") ? "a type yet unknown" : "documented")
                    .withContents(
                        contents ->
                            contents
                                .withMetadata(DeliveriesContractTest::headers)
                                .withContent(
                                    json(body -> fields.accept(body.stringValue("event", type))))))
        .toPact();
  }

  private static void headers(MetadataBuilder headers) {
    headers.matchRegex("rtk-signature", "[A-Za-z0-9+/]+={0,2}", "c2lnbmF0dXJl");
    headers.matchRegex("rtk-uuid", ".+", "5b0fd0c7-2a7e-4c8b-9a3f-0d6f6a0c1e55");
    headers.matchRegex("rtk-webhook-id", ".+", "0d1f069d-43bb-489a-ad8c-7eb95592ba8e");
  }

  private static void url(LambdaDslObject body, String field) {
    body.stringMatcher(field, "https?://\\S+", DOWNLOAD);
  }

  /** Signs the message, since an example has no signature that fits. */
  private static <E extends Event> E receive(List<AsynchronousMessage> messages, Class<E> type) {
    AsynchronousMessage message = messages.get(0);
    byte[] body = message.contentsAsBytes();
    Map<String, String> headers = new HashMap<>(SIGNER.headers(body, "unused"));
    for (String header : List.of("rtk-uuid", "rtk-webhook-id")) {
      headers.put(header, String.valueOf(message.getMetadata().get(header)));
    }
    Delivery delivery =
        WebhookReceiver.builder()
            .keys(WebhookKeys.pinned(SIGNER.publicKeyPem()))
            .build()
            .receive(body, headers::get);
    assertThat(delivery.id()).isEqualTo("5b0fd0c7-2a7e-4c8b-9a3f-0d6f6a0c1e55");
    assertThat(delivery.webhookId()).isEqualTo("0d1f069d-43bb-489a-ad8c-7eb95592ba8e");
    return type.cast(delivery.event());
  }
}

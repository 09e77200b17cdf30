package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.UnknownEvent;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The receiver accepts any input or throws its own exception. */
@Tag("slow")
class ReceiverPropertiesTest {
  private static final DeliverySigner SIGNER = Signers.FIRST;
  private static final WebhookReceiver RECEIVER =
      WebhookReceiver.builder().keys(WebhookKeys.pinned(SIGNER.publicKeyPem())).build();

  @Provide
  Arbitrary<String> signatures() {
    Arbitrary<String> ofTheRightLength =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofSize(256)
            .map(bytes -> Base64.getEncoder().encodeToString(bytes));
    Arbitrary<String> base64 =
        Arbitraries.strings().alpha().numeric().withChars('+', '/', '=', ' ', '\n');
    return Arbitraries.oneOf(ofTheRightLength, base64, Arbitraries.strings());
  }

  @Property(tries = 10_000)
  void refusesWhatIsNotSigned(
      @ForAll byte[] body,
      @ForAll("signatures") String signature,
      @ForAll String id,
      @ForAll String webhookId) {
    Map<String, String> headers = new HashMap<>();
    headers.put("rtk-signature", signature);
    headers.put("rtk-uuid", id);
    headers.put("rtk-webhook-id", webhookId);
    assertThat(catchThrowable(() -> RECEIVER.receive(body, headers::get)))
        .isExactlyInstanceOf(DeliveryException.class);
    headers.remove("rtk-signature");
    assertThat(catchThrowable(() -> RECEIVER.receive(body, headers::get)))
        .isExactlyInstanceOf(DeliveryException.class);
  }

  @Provide
  Arbitrary<String> events() {
    Arbitrary<String> values =
        Arbitraries.of(
            "null",
            "true",
            "1",
            "-1e999",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[{}]",
            "{\"id\":1}",
            "\"2026-01-01 00:00:00Z\"",
            "{\"id\":null,\"createdAt\":\"x\"}",
            "\"\\ud800\"",
            "",
            "{\"fileSize\":\"1e9\"}",
            "{\"fileSize\":1.5}",
            "{\"recordingDuration\":\"NaN\"}");
    Arbitrary<String> names =
        Arbitraries.of(
            "event",
            "meeting",
            "recording",
            "participant",
            "createdAt",
            "sessionId",
            "status",
            "organizedBy",
            "manualIngest",
            "streamKey",
            "chatDownloadUrl",
            "other");
    Arbitrary<String> types = Arbitraries.of(EventType.known()).map(EventType::value);
    return Combinators.combine(
            types,
            Combinators.combine(names, values)
                .as((n, v) -> ",\"" + n + "\":" + v)
                .list()
                .ofMaxSize(3))
        .as((type, fields) -> "{\"event\":\"" + type + "\"" + String.join("", fields) + "}");
  }

  @Property(tries = 2000)
  void losesNothingThatIsSigned(@ForAll("events") String json, @ForAll byte[] noise) {
    byte[] body = json.getBytes(UTF_8);
    assertThat(Event.parse(body).toString()).isNotEmpty();
    Event event = Event.parse(noise);
    assertThat(event).isInstanceOf(UnknownEvent.class);
  }

  @Property(tries = 50)
  void acceptsAnyBytesThatAreSigned(@ForAll byte[] body) {
    Delivery delivery = RECEIVER.receive(body, SIGNER.headers(body, "a-webhook")::get);
    assertThat(delivery.body()).isEqualTo(body);
    assertThat(delivery.event()).isInstanceOf(UnknownEvent.class);
  }
}

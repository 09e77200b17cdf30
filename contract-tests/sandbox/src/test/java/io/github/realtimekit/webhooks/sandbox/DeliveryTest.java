package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.realtimekit.webhooks.sandbox.Receiver.Post;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries over the wire, verified with the JDK's means. */
class DeliveryTest extends SandboxTest {
  private static final Spec SPEC = Spec.load();
  private static final JsonNode MAPPING =
      SPEC.tree().at("/components/schemas/Event/discriminator/mapping");

  private Receiver receiver;
  private SandboxApp app;

  @BeforeEach
  void startReceiver() throws IOException {
    receiver = new Receiver();
    app = sandbox.app("account", "app");
  }

  @AfterEach
  void stopReceiver() {
    receiver.close();
  }

  private void restartReceiver(Integer... statuses) throws IOException {
    receiver.close();
    receiver = new Receiver(statuses);
  }

  static List<String> events() {
    List<String> events = new ArrayList<>();
    MAPPING.fieldNames().forEachRemaining(events::add);
    return events;
  }

  @ParameterizedTest
  @MethodSource("events")
  void deliversTheSignedExampleOfEachEvent(String event) throws Exception {
    String webhook = app.addWebhook("one", receiver.url("/hooks"));

    DeliveryAttempt attempt = single(app.deliver(event));

    Post post = single(receiver.posts());
    assertThat(post.path()).isEqualTo("/hooks");
    assertThat(post.header("Content-type")).isEqualTo("application/json");
    assertThat(post.header("Rtk-webhook-id")).isEqualTo(webhook);
    assertThat(post.header("Rtk-uuid")).isEqualTo(attempt.id()).hasSize(36);
    assertThat(verifies(post, post.header("Rtk-signature"))).isTrue();
    JsonNode body = new ObjectMapper().readTree(post.body());
    assertThat(body.path("event").asText()).isEqualTo(event);
    assertThat(body).isEqualTo(example(event));
    assertThat(attempt)
        .isEqualTo(
            new DeliveryAttempt(
                event, webhook, receiver.url("/hooks"), attempt.id(), post.body(), 204, ""));
    assertThat(attempt.isDelivered()).isTrue();
    assertThat(app.deliveryAttempts()).containsExactly(attempt);
  }

  private static JsonNode example(String event) {
    String pointer = MAPPING.path(event).asText().substring(1);
    return SPEC.tree().at(pointer + "/example");
  }

  @Test
  void deliversToEnabledWebhooksThatSubscribedOnly() {
    wire.create(webhook("/started", "meeting.started", true));
    wire.create(webhook("/disabled", "meeting.ended", false));
    wire.create(webhook("/ended", "meeting.ended", true));
    wire.withApp("account", "another").create(webhook("/another", "meeting.ended", true));

    app.deliver("meeting.ended");

    assertThat(receiver.posts()).extracting(Post::path).containsExactly("/ended");
  }

  private String webhook(String path, String event, boolean enabled) {
    return "{\"name\":\"one\",\"url\":\"%s\",\"events\":[\"%s\"],\"enabled\":%s}"
        .formatted(receiver.url(path), event, enabled);
  }

  @Test
  void unknownEventReachesEveryEnabledWebhook() {
    wire.create(webhook("/one", "meeting.started", true));

    app.deliver(EventDelivery.of("meeting.exploded").fields("{\"loud\":true}"));

    assertThat(single(receiver.posts()).body())
        .isEqualTo("{\"event\":\"meeting.exploded\",\"loud\":true}");
  }

  @Test
  void fieldsChangeTheExample() throws Exception {
    app.addWebhook("one", receiver.url(""));

    app.deliver(
        EventDelivery.of("meeting.ended")
            .fields("{\"meeting\":{\"title\":\"Ünï\",\"roomName\":null},\"reason\":null}")
            .fields("{\"meeting\":{\"status\":\"OVER\"},\"extra\":[1]}"));

    JsonNode body = new ObjectMapper().readTree(single(receiver.posts()).body());
    assertThat(body.at("/meeting/title").asText()).isEqualTo("Ünï");
    assertThat(body.at("/meeting/status").asText()).isEqualTo("OVER");
    assertThat(body.at("/meeting/id")).isEqualTo(example("meeting.ended").at("/meeting/id"));
    assertThat(body.at("/meeting").has("roomName")).isFalse();
    assertThat(body.has("reason")).isFalse();
    assertThat(body.path("extra").toString()).isEqualTo("[1]");
    assertThat(verifies(single(receiver.posts()), single(receiver.posts()).header("Rtk-signature")))
        .isTrue();
  }

  @Test
  void fieldsMustBeAnObject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventDelivery.of("meeting.ended").fields("[]"))
        .withMessageContaining("[]");
  }

  @Test
  void retriesAfter5xxWithTheSameId() throws IOException {
    restartReceiver(500, 503);
    app.addWebhook("one", receiver.url(""));

    List<DeliveryAttempt> attempts = app.deliver("meeting.ended");

    assertThat(attempts).extracting(DeliveryAttempt::status).containsExactly(500, 503, 204);
    assertThat(attempts)
        .extracting(DeliveryAttempt::isDelivered)
        .containsExactly(false, false, true);
    assertThat(receiver.posts()).hasSize(3);
    assertThat(receiver.posts())
        .extracting(post -> post.header("Rtk-uuid"))
        .containsOnly(attempts.get(0).id());
    assertThat(receiver.posts()).extracting(Post::body).containsOnly(attempts.get(0).body());
  }

  @Test
  void retriesWhereThereIsNoResponse() throws IOException {
    List<DeliveryAttempt> attempts;
    try (Socket refusing = new Socket()) { // Bound and not listening: no other server has its port.
      refusing.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      app.addWebhook("one", "http://127.0.0.1:" + refusing.getLocalPort());

      attempts = app.deliver("meeting.ended");
    }

    assertThat(attempts).hasSize(1 + Deliveries.RETRIES);
    assertThat(attempts).extracting(DeliveryAttempt::status).containsOnly(0);
    assertThat(attempts)
        .extracting(DeliveryAttempt::error)
        .allMatch(error -> error.contains("ConnectException"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 299, 302, 400, 401, 404, 429})
  void anyOtherStatusIsFinal(int status) throws IOException {
    restartReceiver(status);
    app.addWebhook("one", receiver.url(""));

    assertThat(single(app.deliver("meeting.ended")).status()).isEqualTo(status);
    assertThat(receiver.posts()).hasSize(1);
  }

  @Test
  void deliveryToEachWebhookHasAnIdOfItsOwn() {
    app.addWebhook("one", receiver.url("/one"));
    app.addWebhook("two", receiver.url("/two"));

    app.deliver("meeting.ended");

    assertThat(receiver.posts())
        .extracting(post -> post.header("Rtk-uuid"))
        .doesNotHaveDuplicates()
        .hasSize(2);
    assertThat(receiver.posts().get(0).body()).isEqualTo(receiver.posts().get(1).body());
  }

  @Test
  void newIdOnRetry() throws IOException {
    restartReceiver(500, 500);
    app.addWebhook("one", receiver.url(""));

    app.deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.NEW_ID_ON_RETRY));

    assertThat(receiver.posts())
        .extracting(post -> post.header("Rtk-uuid"))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void duplicateHasTheSameId() {
    app.addWebhook("one", receiver.url(""));

    app.deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.DUPLICATE));

    assertThat(receiver.posts()).hasSize(2);
    assertThat(receiver.posts().get(0).headers().get("Rtk-uuid"))
        .isEqualTo(receiver.posts().get(1).headers().get("Rtk-uuid"));
  }

  @Test
  void reorderedDeliveryComesAfterTheNext() {
    app.addWebhook("one", receiver.url(""));

    assertThat(app.deliver(EventDelivery.of("meeting.started").with(DeliveryFault.REORDER)))
        .isEmpty();
    assertThat(app.deliver("meeting.ended"))
        .extracting(DeliveryAttempt::event)
        .containsExactly("meeting.ended", "meeting.started");
    assertThat(app.deliver("meeting.summary")).hasSize(1);
    assertThat(receiver.posts()).hasSize(3);
  }

  @Test
  void badSignatureDoesNotVerify() throws Exception {
    app.addWebhook("one", receiver.url(""));

    app.deliver(
        EventDelivery.of("meeting.ended")
            .with(DeliveryFault.BAD_SIGNATURE)
            .with(DeliveryFault.DUPLICATE));

    assertThat(receiver.posts()).hasSize(2);
    assertThat(verifies(receiver.posts().get(0), receiver.posts().get(0).header("Rtk-signature")))
        .isFalse();
  }

  @Test
  void rotatedKeyIsPublished() throws Exception {
    app.addWebhook("one", receiver.url(""));
    PublicKey before = publishedKey();
    app.deliver("meeting.started");

    app.deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.ROTATED_KEY));

    assertThat(publishedKey()).isNotEqualTo(before);
    assertThat(verifies(receiver.posts().get(0), receiver.posts().get(0).header("Rtk-signature")))
        .isFalse();
    assertThat(verifies(receiver.posts().get(1), receiver.posts().get(1).header("Rtk-signature")))
        .isTrue();
  }

  @Test
  void dyteHeadersTakeThePlaceOfTheOthers() throws Exception {
    app.addWebhook("one", receiver.url(""));

    app.deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.DYTE_HEADERS));

    Post post = single(receiver.posts());
    assertThat(post.headers().keySet())
        .doesNotContain("Rtk-signature", "Rtk-uuid", "Rtk-webhook-id");
    assertThat(post.headers().keySet()).contains("Dyte-uuid", "Dyte-webhook-id");
    assertThat(verifies(post, post.header("Dyte-signature"))).isTrue();
  }

  @Test
  void slowBodyArrivesWhole() throws Exception {
    app.addWebhook("one", receiver.url(""));

    app.deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.SLOW));

    Post post = single(receiver.posts());
    assertThat(new ObjectMapper().readTree(post.body())).isEqualTo(example("meeting.ended"));
    assertThat(verifies(post, post.header("Rtk-signature"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sandbox.invalid/hooks",
        "http://127.0.0.1.sandbox.invalid/",
        "http://localhost.sandbox.invalid/",
        "http://10.0.0.1/",
        "mailto:someone@example.com",
        "no URL at all",
      })
  void deliversToLoopbackAddressesOnly(String url) {
    app.addWebhook("one", url);

    DeliveryAttempt attempt = single(app.deliver("meeting.ended"));

    assertThat(attempt.status()).isZero();
    assertThat(attempt.error()).startsWith("not a loopback address");
  }

  @Test
  void deliversAnywhereIfAllowed() throws IOException {
    try (Sandbox open = Sandbox.builder().deliversAnywhere(true).start()) {
      SandboxApp other = open.app("account", "app");
      other.addWebhook("one", "http://sandbox.invalid/hooks");

      assertThat(other.deliver("meeting.ended"))
          .hasSize(1 + Deliveries.RETRIES)
          .extracting(DeliveryAttempt::error)
          .noneMatch(error -> error.contains("not a loopback address"));
    }
  }

  @Test
  void malformedUrlIsAnError() throws IOException {
    try (Sandbox open = Sandbox.builder().deliversAnywhere(true).start()) {
      SandboxApp other = open.app("account", "app");
      other.addWebhook("one", "no URL at all");

      assertThat(other.deliver("meeting.ended").get(0).error())
          .startsWith("java.lang.IllegalArgumentException: ");
    }
  }

  @Test
  void interruptEndsTheDelivery() {
    app.addWebhook("one", receiver.url(""));
    Thread.currentThread().interrupt();

    DeliveryAttempt attempt = single(app.deliver("meeting.ended"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(attempt.status()).isZero();
    assertThat(attempt.error()).isEqualTo("interrupted");
  }

  @Test
  void clearForgetsAttemptsAndWhatWasHeldBack() {
    app.addWebhook("one", receiver.url(""));
    app.deliver("meeting.started");
    app.deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.REORDER));

    app.clear();

    assertThat(app.deliveryAttempts()).isEmpty();
    app.addWebhook("one", receiver.url(""));
    assertThat(app.deliver("meeting.summary")).hasSize(1);
  }

  @Test
  void deliversOnRequestOverHttp() throws Exception {
    String webhook = app.addWebhook("one", receiver.url("/hooks"));

    Reply reply =
        post(
            """
            {"event":"meeting.ended","account_id":"account","app_id":"app",
             "fields":{"reason":"TEST"},"faults":["duplicate","dyte_headers"]}
            """);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("attempts")).hasSize(2);
    JsonNode attempt = reply.json().at("/attempts/0");
    Post post = receiver.posts().get(0);
    assertThat(attempt.path("event").asText()).isEqualTo("meeting.ended");
    assertThat(attempt.path("webhook_id").asText()).isEqualTo(webhook);
    assertThat(attempt.path("url").asText()).isEqualTo(receiver.url("/hooks"));
    assertThat(attempt.path("id").asText()).isEqualTo(post.header("Dyte-uuid"));
    assertThat(attempt.path("status").asInt()).isEqualTo(204);
    assertThat(attempt.path("error").asText()).isEmpty();
    assertThat(post.body()).contains("\"reason\":\"TEST\"");
  }

  private Reply post(String body) {
    return atRoot().send("POST", "/sandbox/deliveries", body);
  }

  private boolean verifies(Post post, String header) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(publishedKey());
    signature.update(post.body().getBytes(UTF_8));
    return signature.verify(Base64.getDecoder().decode(header));
  }

  private PublicKey publishedKey() throws GeneralSecurityException {
    assertThat(sandbox.keyUrl().getPath()).isEqualTo("/.well-known/webhooks.json");
    JsonNode json = atRoot().send("GET", sandbox.keyUrl().getPath(), null).json();
    assertThat(json.path("success").booleanValue()).isTrue();
    String pem = json.at("/data/publicKey").asText();
    assertThat(pem)
        .startsWith("-----BEGIN PUBLIC KEY-----\n")
        .endsWith("\n-----END PUBLIC KEY-----");
    byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    assertThat(((RSAPublicKey) key).getModulus().bitLength()).isEqualTo(2048);
    return key;
  }

  private static <T> T single(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }
}

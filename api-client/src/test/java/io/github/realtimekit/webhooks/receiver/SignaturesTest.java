package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.MeetingEndReason;
import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which signatures are accepted: RSASSA-PKCS1-v1_5 with SHA-256, in one line of Base64. */
class SignaturesTest {
  private static final DeliverySigner SIGNER = Signers.FIRST;
  private static final byte[] BODY = "{\"event\":\"meeting.ended\"}".getBytes(UTF_8);
  private static final String SIGNATURE =
      Objects.requireNonNull(SIGNER.headers(BODY, "a-webhook").get("rtk-signature"));

  private final ReceivingServer server = new ReceivingServer();

  @AfterEach
  void close() {
    server.close();
  }

  private void receive(String... pem) {
    server.receive(WebhookReceiver.builder().keys(WebhookKeys.pinned(pem)).build());
  }

  private Reason refused() {
    return server.failures.get(server.failures.size() - 1).reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RTK-Signature", "rtk-signature", "Dyte-Signature", "DYTE-SIGNATURE"})
  void isReadUnderEitherNameInAnyCase(String name) throws Exception {
    receive(SIGNER.publicKeyPem());
    assertThat(server.deliver(BODY, Map.of(name, SIGNATURE))).isEqualTo(204);
    assertThat(server.deliveries.get(0).id()).isNull();
    assertThat(server.deliveries.get(0).webhookId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "x-signature", "x-rtk-signature", "rtk-signature-256"})
  void isReadUnderNoOtherName(String name) throws Exception {
    receive(SIGNER.publicKeyPem());
    assertThat(server.deliver(BODY, Map.of(name, SIGNATURE))).isEqualTo(401);
    assertThat(refused()).isEqualTo(Reason.MISSING_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "====", "é", "eyJhbGciOi.-_", "AAAA AAAA"})
  void isRefusedIfItIsNone(String signature) throws Exception {
    receive(SIGNER.publicKeyPem());
    assertThat(server.deliver(BODY, Map.of("rtk-signature", signature))).isEqualTo(401);
    assertThat(refused()).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\r\n", "\r\n "})
  void isRefusedIfItIsFolded(String fold) {
    String folded = SIGNATURE.substring(0, 76) + fold + SIGNATURE.substring(76);
    WebhookReceiver receiver =
        WebhookReceiver.builder().keys(WebhookKeys.pinned(SIGNER.publicKeyPem())).build();
    assertThatThrownBy(() -> receiver.receive(BODY, Map.of("rtk-signature", folded)::get))
        .hasMessage("The signature is not Base64");
    String padded = " " + SIGNATURE + "\t";
    assertThat(receiver.receive(BODY, Map.of("rtk-signature", padded)::get).body())
        .as("blanks around it are none of it")
        .isEqualTo(BODY);
  }

  @Test
  void isRefusedUndecodedIfItIsHuge() {
    WebhookReceiver receiver =
        WebhookReceiver.builder().keys(WebhookKeys.pinned(SIGNER.publicKeyPem())).build();
    Map<String, String> headers = Map.of("rtk-signature", "A".repeat(1 << 20));
    assertThatThrownBy(() -> receiver.receive(BODY, headers::get))
        .isInstanceOf(DeliveryException.class)
        .hasMessage("The signature is too long");
    Map<String, String> longest = Map.of("rtk-signature", "A".repeat(4096));
    assertThatThrownBy(() -> receiver.receive(BODY, longest::get))
        .hasMessage("The signature does not match the body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256", "SHA1", "MD5", "SHA224", "SHA384", "SHA512"})
  void isMadeWithSha256(String digest) throws Exception {
    KeyPair pair = pair();
    receive(pem(pair));
    Signature signature = Signature.getInstance(digest + "withRSA");
    assertThat(deliver(signature, pair)).isEqualTo(digest.equals("SHA256") ? 204 : 401);
  }

  @Test
  void isNotMadeWithPss() throws Exception {
    KeyPair pair = pair();
    receive(pem(pair));
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    assertThat(deliver(signature, pair)).isEqualTo(401);
    assertThat(refused()).isEqualTo(Reason.BAD_SIGNATURE);
  }

  private int deliver(Signature signature, KeyPair pair) throws Exception {
    signature.initSign(pair.getPrivate());
    signature.update(BODY);
    String base64 = Base64.getEncoder().encodeToString(signature.sign());
    return server.deliver(BODY, Map.of("rtk-signature", base64));
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----%s-----END PUBLIC KEY-----"
        .formatted(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
  }

  @Test
  void isThatOfTheBody() throws Exception {
    receive(SIGNER.publicKeyPem());
    Map<String, String> headers = Map.of("rtk-signature", SIGNATURE);
    assertThat(server.deliver((new String(BODY, UTF_8) + "\n").getBytes(UTF_8), headers))
        .isEqualTo(401);
    assertThat(refused()).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(server.deliver(new byte[0], headers)).isEqualTo(401);
  }

  @Test
  void isMissing() throws Exception {
    receive(SIGNER.publicKeyPem());
    assertThat(server.deliver(BODY, Map.of())).isEqualTo(401);
    assertThat(refused()).isEqualTo(Reason.MISSING_SIGNATURE);
  }

  @Test
  void isOfAnyPinnedKey() throws Exception {
    receive(Signers.SECOND.publicKeyPem() + Signers.THIRD.publicKeyPem(), SIGNER.publicKeyPem());
    assertThat(server.deliver(BODY, SIGNER.headers(BODY, "a"))).isEqualTo(204);
    assertThat(server.deliver(BODY, Signers.THIRD.headers(BODY, "a"))).isEqualTo(204);
  }

  /**
   * Made by {@code openssl dgst -sha256 -sign}, so that signer and receiver cannot err together.
   */
  @Test
  void isThatOfOpenssl() throws Exception {
    receive(
        """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzTkC0//nazzCTjKKR8Km
        SNa0FnESQbv845bV30eoXsuRtNxM87xQV/mRWVKtFDcafCo0/MzEfJeFQf7c/hsq
        kAuewiCgZHAHZsErrssUbSFg5UwfgEOvrmH04V941B/tILd+f7egKl8DM+w382y8
        am8SnRuDu2MzhZPdwxX8h03nP7svdTtQ8aGMQmlJ5mpI0fIEPhyhZYNRV3pEV2++
        RM2LQSRZQ2Rbzqe4APIcFWi+VjGQSPKbhGeLUsYlld81KyjQAk5cEhHm/WXt+tf5
        Szgt6CXnOMVkQPGJxUuP+IBO4TVE3vUsrgnVPLO7jiT1dAmRMcpVzQvXtnXqMFZ/
        ewIDAQAB
        -----END PUBLIC KEY-----
        """);
    String signature =
        "YEGO22u8Tci3aruu/+eHKjMYA6j1Fr+F9RfDeQ8knwJ3LsblfXciQaYZVn0G5tJIo9iGDqD4"
            + "a0OgaTGsjSNrGvUmUfpAjY6ps96J4aI2JeqS6Rn0ZEnQ0/YOt+BHrS3ZipCYvJGXpskyJf2X"
            + "J4HhiuV7bn/45cW8Am+wkBzJxDluY4sB6T/dzBPEUjfXArnC451LGc79XbIS0B5pblm3SzXE"
            + "R9qDdlAMttz0f7bJ+NKWBjVFGb8AAsR+uuQMs7KN9T+LRLIbs2YL53G5+7s5sTBFsV0ihu5t"
            + "IFIB+PH5ev/AFwcf1YA23hE9g+JAx5zRmwDKWP/QYRB7x7JYmLvdpw==";
    byte[] body = "{\"event\":\"meeting.ended\",\"reason\":\"é\"}".getBytes(UTF_8);
    assertThat(server.deliver(body, Map.of("rtk-signature", signature))).isEqualTo(204);
    assertThat(server.deliveries.get(0).event())
        .isInstanceOfSatisfying(
            MeetingEnded.class,
            ended -> assertThat(ended.reason()).isEqualTo(MeetingEndReason.of("é")));
  }
}

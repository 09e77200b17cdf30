package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.realtimekit.webhooks.MeetingEndReason;
import io.github.realtimekit.webhooks.MeetingEnded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures of OpenSSL and Node.js, where these are installed. */
@Tag("slow")
class ForeignSignaturesTest {
  private static final byte[] BODY =
      "{\"event\":\"meeting.ended\",\"reason\":\"é\"}".getBytes(UTF_8);

  private final Path folder;
  private final DeliverySigner signer;
  private final WebhookReceiver receiver;

  ForeignSignaturesTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    assumeInstalled("openssl");
    Files.write(folder.resolve("body"), BODY);
    run(folder, "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem");
    run(folder, "openssl pkey -in private.pem -pubout -out public.pem");
    signer = DeliverySigner.fromPem(Files.readString(folder.resolve("private.pem")));
    String publicKey = Files.readString(folder.resolve("public.pem"));
    assertThat(signer.publicKeyPem()).isEqualTo(publicKey);
    receiver = WebhookReceiver.builder().keys(WebhookKeys.pinned(publicKey)).build();
  }

  @Test
  void acceptsSignatureOfOpenssl() throws Exception {
    run(folder, "openssl dgst -sha256 -sign private.pem -out signature body");
    assertAccepts(
        Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("signature"))));
  }

  @Test
  void opensslAcceptsOurSignature() throws Exception {
    String signature = signer.headers(BODY, "a-webhook").get("rtk-signature");
    Files.write(folder.resolve("signature"), Base64.getDecoder().decode(signature));
    assertThat(run(folder, "openssl dgst -sha256 -verify public.pem -signature signature body"))
        .contains("Verified OK");
  }

  @Test
  void acceptsSignatureOfNode() throws Exception {
    assertAccepts(
        node("console.log(sign('sha256', read('body'), read('private.pem')).toString('base64'))"));
  }

  @Test
  void nodeAcceptsOurSignature() throws Exception {
    String signature = signer.headers(BODY, "a-webhook").get("rtk-signature");
    Files.writeString(folder.resolve("signature"), signature);
    assertThat(
            node(
                "console.log(verify('sha256', read('body'), read('public.pem'),"
                    + " Buffer.from(read('signature').toString(), 'base64')))"))
        .isEqualTo("true");
  }

  private void assertAccepts(String signature) {
    Delivery delivery = receiver.receive(BODY, Map.of("rtk-signature", signature)::get);
    assertThat(delivery.event())
        .isInstanceOfSatisfying(
            MeetingEnded.class,
            ended -> assertThat(ended.reason()).isEqualTo(MeetingEndReason.of("é")));
  }

  private String node(String script) throws Exception {
    assumeInstalled("node");
    Files.writeString(
        folder.resolve("script.cjs"),
        "const {sign, verify} = require('crypto'); const {readFileSync: read} = require('fs'); "
            + script);
    return run(folder, "node script.cjs").strip();
  }

  private static String run(Path folder, String command) throws Exception {
    Process process =
        new ProcessBuilder(List.of(command.split(" ")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static void assumeInstalled(String program) {
    boolean isInstalled =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    assumeTrue(isInstalled, "needs " + program);
  }
}

package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Signatures that are right, and why others are not. */
class VerifyTest extends DeliverySetup {
  @Test
  void verifySaysWhyASignatureDoesNotMatch() throws Exception {
    String body = "{\"event\": \"meeting.ended\", \"a\\\" b\": 1}";
    String signature = signature(body);

    assertThat(verify(body, signature).exits(0).out()).isEqualTo("Valid: meeting.ended\n");
    assertInvalid(body + "\n", signature, "it without the line break at its end");
    assertInvalid(body, signature(body + "\n"), "it with a line break at its end");
    assertInvalid(
        body.replace(" ", "\r\n"), signature(body.replace(" ", "\n")), "with LF line breaks");
    assertInvalid(
        body.replace(" ", "\n"), signature(body.replace(" ", "\r\n")), "with CRLF line breaks");
    assertInvalid(body, signature(body.replace(": ", ":").replace(", ", ",")), "spaces between");
    assertInvalid("\ufeff" + body, signature, "without the byte order mark (BOM)");
    assertInvalid(body, signature("\ufeff" + body), "with a byte order mark before it");
    assertInvalid(body, signature("other"), "the key is right, but another body was signed");
    assertInvalid(body, signature.substring(0, 300), "has 225 bytes instead of 256");
    assertInvalid(body, signature.substring(0, 301), "is not Base64");
    assertInvalid(body, "\u001b[2J", "is not Base64 (Illegal base64 character 1b)");
    String other = Base64.getEncoder().encodeToString(new byte[256]);
    assertInvalid(body, other, "was made with a different key");
    assertInvalid(body, signature.replaceFirst("(.{76})", "$1\n "), "is folded");
  }

  @Test
  void saysWhatOfAValidDeliveryCannotBeRead() throws Exception {
    String unreadable =
        "{\"event\":\"recording.statusUpdate\",\"recording\":{\"fileSize\":\"big\"}}";
    String unknown = "{\"event\":\"room.opened\"}";
    assertThat(verify(unreadable, signature(unreadable)).exits(0).out())
        .isEqualTo("Valid: recording.statusUpdate; unreadable fields: recording.fileSize\n");
    assertThat(verify(unknown, signature(unknown)).exits(0).out())
        .startsWith("Valid: room.opened; unknown event: ");

    Listening listening = listen(cli, "-o ndjson --count 2");
    for (String body : List.of(unreadable, unknown)) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      post(listening.url(), bytes, signer.headers(bytes, "w"));
    }
    List<String> lines = listening.end().exits(0).out().lines().toList();
    assertThat(lines.get(0))
        .contains("\"unknown_event\":null,\"unreadable_fields\":[\"recording.fileSize\"]");
    assertThat(lines.get(1))
        .containsPattern("\"unknown_event\":\"[^\"]+\",\"unreadable_fields\":\\[]");
  }

  @Test
  void verifyNamesOtherAlgorithmsAndCompression() throws Exception {
    String body = "{\"event\":\"meeting.ended\"}";

    assertInvalid(body, signature("SHA1withRSA", body), "was made with SHA-1");
    assertInvalid(body, signature("RSASSA-PSS", body), "was made with RSASSA-PSS");
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(body.getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("body.gz"), zipped.toByteArray());
    assertThat(
            cli.run(
                    "verify --body %s --key %s --signature".formatted(file, publicKey),
                    signature(body))
                .exits(3)
                .out())
        .contains("unzipped, since it is compressed with gzip");
  }

  private static String signature(String algorithm, String body) throws Exception {
    byte[] key =
        Base64.getMimeDecoder()
            .decode(Files.readString(privateKey).replaceAll("-----[A-Z ]+-----", ""));
    Signature signature = Signature.getInstance(algorithm);
    if (algorithm.equals("RSASSA-PSS")) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
    signature.update(body.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  @Test
  void verifyExitsWithWhatFailed() throws IOException {
    Path body = Files.writeString(folder.resolve("any.json"), "{}");
    String line = "verify --body " + body + " --signature a --keys-url ";

    assertThat(cli.run(line + "http://127.0.0.1:1/keys").exits(8).err())
        .startsWith("rtk-webhooks: cannot fetch the key from http://127.0.0.1:1/keys: ");
    try (CannedApi broken = CannedApi.replying(500, Map.of(), "")) {
      assertThat(cli.run(line + broken.url()).exits(1).err()).contains("status 500 without data");
    }
    assertThat(cli.run("verify --body nowhere --signature a --dev").exits(2).err())
        .startsWith("rtk-webhooks: Cannot read nowhere: there is no such file or folder\n");
    assertThat(cli.run("verify --delivery " + body + " --key " + publicKey).exits(2).err())
        .contains("not a delivery that listen stored");
  }

  private String signature(String body) {
    return signer
        .headers(body.getBytes(StandardCharsets.UTF_8), "w")
        .getOrDefault("rtk-signature", "");
  }

  private Cli.Run verify(String body, String signature) throws IOException {
    Path file = Files.writeString(folder.resolve("body.json"), body);
    return cli.run("verify --body %s --key %s --signature".formatted(file, publicKey), signature);
  }

  private void assertInvalid(String body, String signature, String reason) throws IOException {
    assertThat(verify(body, signature).exits(3).out()).startsWith("Invalid: ").contains(reason);
  }

  @Test
  void verifyFetchesTheKey() throws IOException {
    String pem = signer.publicKeyPem().replace("\n", "\\n");
    try (CannedApi keys =
        CannedApi.replying(
            200, Map.of(), "{\"success\":true,\"data\":{\"publicKey\":\"" + pem + "\"}}")) {
      Path file = Files.writeString(folder.resolve("body.json"), "{\"event\":\"meeting.ended\"}");
      String line = "verify --body %s --keys-url %s/keys --signature".formatted(file, keys.url());

      assertThat(cli.run(line, signature("{\"event\":\"meeting.ended\"}")).data())
          .isEqualTo("Valid: meeting.ended\n");
      assertThat(cli.run(line, signature("other")).exits(3).out()).contains("the key is right");
    }
  }

  @Test
  void readsTheFirstOfSeveralDeliveries() throws IOException {
    String first =
        "{\"headers\":{\"rtk-signature\":\"%s\"},\"body\":\"{}\"}".formatted(signature("{}"));
    Path file =
        Files.writeString(
            folder.resolve("several.ndjson"), first + "\n{\"headers\":{},\"body\":\"\"}\n");

    assertThat(cli.run("verify --key %s --delivery %s".formatted(publicKey, file)).data())
        .startsWith("Valid: ");
  }

  @Test
  void readsALargeBody() throws Exception {
    String body = "{\"event\":\"meeting.ended\",\"a\":\"%s\"}".formatted("a".repeat(1 << 20));

    assertThat(verify(body, signature(body)).data()).isEqualTo("Valid: meeting.ended\n");
  }

  @Test
  void fetchesNoKeyWithoutEncryption() throws IOException {
    Path file = Files.writeString(folder.resolve("body.json"), "{}");

    assertThat(
            cli.run("verify --body %s --signature a --keys-url http://keys.invalid".formatted(file))
                .exits(2)
                .err())
        .contains("No usable public key in http://keys.invalid: ", "use https");
  }

  @Test
  void trustsNoKeyBehindARedirect() throws IOException {
    Path file = Files.writeString(folder.resolve("body.json"), "{}");
    try (CannedApi moved = CannedApi.replying(302, Map.of("Location", "/elsewhere"), "")) {
      assertThat(
              cli.run("verify --body %s --signature a --keys-url %s".formatted(file, moved.url()))
                  .exits(1)
                  .err())
          .contains("status 302 without data.publicKey");
      assertThat(moved.requests()).hasSize(1);
    }
  }

  @Test
  void exits8WithoutASecureConnection() throws IOException {
    Path file = Files.writeString(folder.resolve("body.json"), "{}");
    try (RawServer plain = RawServer.sending("HTTP/1.1 400 \r\n\r\n")) {
      String url = "https://" + plain.host();
      assertThat(
              cli.run("verify --body %s --signature a --keys-url %s".formatted(file, url))
                  .exits(8)
                  .err())
          .contains(
              "cannot fetch the key from " + url + ": Unsupported or unrecognized SSL message");
    }
  }
}

package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that are triggered, received, forwarded and verified. */
@SuppressWarnings("NullAway.Init")
class DeliveriesTest {
  private final Cli cli = SandboxProcess.cli();

  @TempDir private static Path folder;

  private static Path privateKey;
  private static Path publicKey;
  private static DeliverySigner signer;

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(encoded));
    privateKey = Files.writeString(folder.resolve("key.pem"), pem);
    signer = DeliverySigner.fromPem(pem);
    publicKey = Files.writeString(folder.resolve("public.pem"), signer.publicKeyPem());
  }

  /** A listener that ends after a number of deliveries. */
  private record Listening(String url, CompletableFuture<Cli.Run> run) {
    Cli.Run end() throws Exception {
      return run.get();
    }
  }

  private Listening listen(Cli cli, String options) throws InterruptedException {
    Cli.Running running = cli.start("listen --port 0 --key " + publicKey + " " + options);
    return new Listening(running.err().await("Listening on (.*);"), running.end());
  }

  private Cli.Run trigger(String line) {
    return cli.run("trigger " + line + " --key " + privateKey);
  }

  @Test
  void triggeredDeliveryIsVerifiedAndPrinted() throws Exception {
    Listening listening = listen(cli, "--count 1");

    Cli.Run sent =
        trigger("meeting.ended --to " + listening.url() + " --set meeting.title=Planning").exits(0);
    Cli.Run run = listening.end().exits(0);

    assertThat(sent.data()).matches("meeting\\.ended: status 200 in \\d+ ms\n");
    assertThat(run.out())
        .matches("\\d\\d:\\d\\d:\\d\\d  verified  meeting\\.ended +[-0-9a-f]{36}  [-0-9a-f]{36}\n");
    assertThat(run.err()).isEqualTo("Listening on " + listening.url() + "; Ctrl-C stops.\n");
  }

  @Test
  void everyEventHasASampleThatIsReadAsItsType() throws Exception {
    List<EventType> events = EventType.known();
    Listening listening = listen(cli, "-o ndjson --count " + events.size());
    for (EventType event : events) {
      trigger(event + " --to " + listening.url() + " --set extra.number=12345678901").exits(0);
    }

    List<Object> types = new ArrayList<>();
    for (String line : listening.end().exits(0).out().lines().toList()) {
      Map<?, ?> delivery = (Map<?, ?>) JsonText.parse(line);
      assertThat(delivery.get("verdict")).isEqualTo("verified");
      assertThat(delivery.get("event"))
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .hasSizeGreaterThan(2);
      assertThat(line).contains("\"extra\":{\"number\":12345678901}");
      types.add(delivery.get("type"));
    }
    assertThat(types).isEqualTo(events.stream().map(EventType::value).toList());
  }

  @Test
  void forgedDeliveryIsRefusedAndNotForwarded() throws Exception {
    try (CannedApi target = CannedApi.replying(200, Map.of(), "")) {
      Listening listening = listen(cli, "--count 2 --forward-to " + target.url());
      trigger("meeting.ended --to " + listening.url()).exits(0);

      Cli.Run forged = cli.run("trigger meeting.ended --to " + listening.url()).exits(1);
      Cli.Run run = listening.end().exits(0);

      assertThat(forged.out()).startsWith("meeting.ended: status 401 in ");
      assertThat(forged.err())
          .startsWith(
              "Signed with a new key. To accept it, pin its public key:\n-----BEGIN PUBLIC");
      assertThat(run.out().lines().toList().get(1))
          .contains("refused", "401: The signature does not match the body");
      assertThat(target.requests()).hasSize(1);
    }
  }

  @Test
  void forwardsBodyAndHeadersAndGivesBackTheStatus() throws Exception {
    try (CannedApi target = CannedApi.replying(503, Map.of(), "")) {
      Listening listening = listen(cli, "-o ndjson --count 1 --forward-to " + target.url() + "/x");
      byte[] body = "{\"event\": \"meeting.started\",\n \"n\": 5}".getBytes(StandardCharsets.UTF_8);
      Map<String, String> headers = signer.headers(body, "webhook");

      assertThat(post(listening.url(), body, headers)).isEqualTo(503);
      assertThat(listening.end().exits(0).out())
          .contains("\"forwarded_status\":503")
          .endsWith(",\"event\":{\"event\":\"meeting.started\",\"n\":5}}\n");
      CannedApi.Received received = target.requests().get(0);
      assertThat(received.target()).isEqualTo("/x");
      assertThat(received.body()).isEqualTo(new String(body, StandardCharsets.UTF_8));
      assertThat(received.headers().get("Rtk-signature"))
          .containsExactly(headers.get("rtk-signature"));
      assertThat(received.headers().get("Content-type")).containsExactly("application/json");
    }
  }

  private static int post(String url, byte[] body, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void registersAWebhookAndDeletesItAtTheEnd() throws Exception {
    Listening listening = listen(cli, "--count 1 --register https://tunnel.example/hooks");
    trigger("meeting.started --to " + listening.url()).exits(0);

    assertThat(listening.end().exits(0).err())
        .contains("Added webhook ", " for https://tunnel.example/hooks.\n", "Deleted webhook ");
    assertThat(cli.run("list").data()).isEmpty();
  }

  @Test
  void triggerTellsThatNobodyListens() {
    assertThat(trigger("meeting.ended --to http://127.0.0.1:1").exits(1).err())
        .contains("rtk-webhooks: cannot send to http://127.0.0.1:1: ");
    assertThat(
            cli.run("trigger meeting.ended --to http://127.0.0.1:1 --key " + publicKey)
                .exits(2)
                .err())
        .contains("rtk-webhooks: No usable private key in " + publicKey);
  }

  @Test
  void exits2ForAPortInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(cli.run("listen --port " + taken.getLocalPort()).exits(2).err())
          .startsWith("rtk-webhooks: Port " + taken.getLocalPort() + " is in use\n");
    }
  }

  @Test
  void verifySaysWhyASignatureDoesNotMatch() throws IOException {
    String body = "{\"event\": \"meeting.ended\", \"a\\\" b\": 1}";
    String signature = signature(body);

    assertThat(verify(body, signature).exits(0).out()).isEqualTo("Valid: meeting.ended\n");
    assertInvalid(body + "\n", signature, "it without the line break at its end");
    assertInvalid(body, signature(body.replace(": ", ":").replace(", ", ",")), "spaces between");
    assertInvalid(body, signature("other"), "the key is right, but another body was signed");
    assertInvalid(body, signature.substring(0, 300), "has 225 bytes instead of 256");
    assertInvalid(body, signature.substring(0, 301), "is not Base64");
    String other = Base64.getEncoder().encodeToString(new byte[256]);
    assertInvalid(body, other, "was made with another key");
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
}

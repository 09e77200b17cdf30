package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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

    assertThat(sent.data()).matches("meeting\\.ended: status 204 in \\d+ ms\n");
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
      assertThat(String.valueOf(delivery.get("body")))
          .contains("\"extra\":{\"number\":12345678901}");
      types.add(delivery.get("type"));
    }
    assertThat(types).isEqualTo(events.stream().map(EventType::value).toList());
  }

  @Test
  void forgedDeliveryIsRefusedNotForwardedAndNotCounted() throws Exception {
    try (CannedApi target = CannedApi.replying(200, Map.of(), "")) {
      Listening listening = listen(cli, "--count 1 --forward-to " + target.url());
      byte[] body = "{\"event\":\"meeting.ended\"}".getBytes(StandardCharsets.UTF_8);
      Map<String, String> forged = DeliverySigner.generate().headers(body, "w");

      assertThat(post(listening.url(), body, forged)).isEqualTo(401);
      assertThat(post(listening.url(), body, signer.headers(body, "w"))).isEqualTo(200);
      Cli.Run run = listening.end().exits(0);

      assertThat(run.out().lines().toList().get(0))
          .contains("refused", "401: The signature does not match the body");
      assertThat(run.out()).hasLineCount(2);
      assertThat(target.requests()).hasSize(1);
    }
  }

  @Test
  void forwardsBodyAndHeadersAndGivesBackTheStatus() throws Exception {
    try (CannedApi target = CannedApi.replying(503, Map.of(), "Down\u001b[2J today")) {
      Listening listening = listen(cli, "--count 1 --forward-to " + target.url() + "/x");
      byte[] body = "{\"event\": \"meeting.started\",\n \"n\": 5}".getBytes(StandardCharsets.UTF_8);
      Map<String, String> headers = signer.headers(body, "webhook");

      assertThat(post(listening.url(), body, headers)).isEqualTo(503);
      assertThat(listening.end().exits(0).out())
          .containsPattern("forwarded: status 503 in \\d+ ms: Down\\\\u001b\\[2J today\n");
      CannedApi.Received received = target.requests().get(0);
      assertThat(received.target()).isEqualTo("/x");
      assertThat(received.body()).isEqualTo(new String(body, StandardCharsets.UTF_8));
      assertThat(received.headers().get("Rtk-signature"))
          .containsExactly(headers.get("rtk-signature"));
      assertThat(received.headers().get("Content-type")).containsExactly("application/json");
    }
  }

  @Test
  void forwardsHeadersOfTheMessageAndNotOfTheConnection() throws Exception {
    try (CannedApi target = CannedApi.replying(204, Map.of(), "")) {
      Listening listening = listen(cli, "--count 1 --forward-to " + target.url());
      byte[] body = "{\"event\":\"meeting.ended\"}".getBytes(StandardCharsets.UTF_8);
      String fields =
          """
          Connection: X-Hop, close
          X-Hop: 1
          Keep-Alive: 5
          TE: trailers
          Upgrade: h2c
          Expect: 100-continue
          Cf-Ipcity: S\u00e3o Paulo
          """
              .replace("\n", "\r\n");

      assertThat(postRaw(listening.url(), fields, body)).startsWith("HTTP/1.1 100 ");
      listening.end().exits(0);

      Map<String, List<String>> headers = target.requests().get(0).headers();
      String asIso88591 =
          new String(
              "S\u00e3o Paulo".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertThat(headers).containsEntry("Cf-ipcity", List.of(asIso88591));
      assertThat(headers).doesNotContainKeys("X-hop", "Keep-alive", "Te", "Upgrade", "Expect");
    }
  }

  /** Sends a request byte for byte, and returns the first line of the response. */
  private static String postRaw(String url, String fields, byte[] body) throws Exception {
    StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\nHost: a\r\n" + fields);
    signer.headers(body, "w").forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + body.length + "\r\n\r\n");
    URI target = URI.create(url);
    try (Socket socket = new Socket(target.getHost(), target.getPort())) {
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void saysWhyForwardingFailed() throws Exception {
    Listening listening =
        listen(cli, "--count 2 --forward-timeout 1 --forward-to http://127.0.0.1:1");
    byte[] body = "{\"event\":\"meeting.ended\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(post(listening.url(), body, signer.headers(body, "w"))).isEqualTo(502);
    assertThat(post(listening.url(), body, signer.headers(body, "w"))).isEqualTo(502);
    assertThat(listening.end().exits(0).out())
        .containsPattern("forwarded: no response: Failed to connect to .*127.0.0.1:1 in \\d+ ms\n");
  }

  @Test
  void limitsTheTimeOfForwardingAndFollowsNoRedirects() throws Exception {
    byte[] body = "{\"event\":\"meeting.ended\"}".getBytes(StandardCharsets.UTF_8);
    try (CannedApi slow = CannedApi.holding(new CannedApi.Reply(200, Map.of(), ""))) {
      Listening listening =
          listen(cli, "--count 1 --forward-timeout 1 -o ndjson --forward-to " + slow.url());

      assertThat(post(listening.url(), body, signer.headers(body, "w"))).isEqualTo(502);
      assertThat(listening.end().exits(0).out()).contains("\"forwarded_failure\":\"timeout\"");
    }
    try (CannedApi moved = CannedApi.replying(302, Map.of("Location", "/elsewhere"), "")) {
      Listening listening = listen(cli, "--count 1 --forward-to " + moved.url());

      assertThat(post(listening.url(), body, signer.headers(body, "w"))).isEqualTo(302);
      assertThat(listening.end().exits(0).out()).contains("forwarded: status 302 in ");
      assertThat(moved.requests()).hasSize(1);
    }
  }

  @Test
  void takesOnlyPost() throws Exception {
    Listening listening = listen(cli, "--count 1 --within 60");

    HttpResponse<Void> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(listening.url())).build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    trigger("meeting.ended --to " + listening.url()).exits(0);
    assertThat(listening.end().exits(0).out()).hasLineCount(1);
  }

  @Test
  void requestsThatNeverEndBlockNobody() throws Exception {
    Listening listening = listen(cli, "--count 1");
    List<Socket> halfOpen = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        URI target = URI.create(listening.url());
        Socket socket = new Socket(target.getHost(), target.getPort());
        socket
            .getOutputStream()
            .write("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        halfOpen.add(socket);
      }
      trigger("meeting.ended --to " + listening.url()).exits(0);
      listening.end().exits(0);
    } finally {
      for (Socket socket : halfOpen) {
        socket.close();
      }
    }
  }

  @Test
  void exits1IfTheDeliveriesDoNotComeInTime() throws Exception {
    assertThat(listen(cli, "--count 2 --within 1").end().exits(1).err())
        .endsWith("0 of 2 deliveries came within 1 seconds.\n");
    listen(cli, "--within 1").end().exits(0);
  }

  @Tag("slow")
  @Test
  void storesDeliveriesThatTriggerAndVerifyRead() throws Exception {
    Path saved = folder.resolve("saved");
    Listening listening = listen(cli, "--count 1 --save " + saved);
    byte[] body = "{\"event\": \"meeting.ended\", \"n\": 1.0}".getBytes(StandardCharsets.UTF_8);
    post(listening.url(), new byte[] {(byte) 0xff, 0}, signer.headers(body, "w"));
    post(listening.url(), body, signer.headers(body, "w"));
    listening.end().exits(0);
    List<Path> files;
    try (Stream<Path> listed = Files.list(saved)) {
      files = listed.sorted().toList();
    }

    assertThat(files).hasSize(2);
    assertThat(Files.readString(files.get(0)))
        .contains(
            "\"verdict\": \"refused\"",
            "\"reason\": \"bad_signature\"",
            "\"body_base64\": \"/wA=\"");
    String verify = "verify --key " + publicKey + " --delivery ";
    assertThat(cli.run(verify + files.get(1)).data()).isEqualTo("Valid: meeting.ended\n");
    cli.run(verify + files.get(0)).exits(3);
    assertThat(cli.run("trigger --print --delivery " + files.get(1)).data())
        .isEqualTo(new String(body, StandardCharsets.UTF_8) + "\n");

    Listening again = listen(cli, "--count 1 -o ndjson");
    cli.run("trigger --to " + again.url() + " --delivery " + files.get(1)).exits(0);
    String line = again.end().exits(0).out();
    assertThat(((Map<?, ?>) JsonText.parse(line)).get("body"))
        .isEqualTo(new String(body, StandardCharsets.UTF_8));
    assertThat(cli.process().input(line).run(verify + "-").data())
        .isEqualTo("Valid: meeting.ended\n");
  }

  @Tag("slow")
  @Test
  void developmentKeyIsMadeOnceForItsUserAlone() throws Exception {
    Path home = folder.resolve("home");
    ProcessRun process = cli.process().with("XDG_CONFIG_HOME", home.toString());
    Process listener = process.startLine("listen --dev --port=0 --count=1 --within=60");
    BufferedReader err = listener.errorReader(StandardCharsets.UTF_8);
    String url = err.readLine().replaceAll("Listening on (.*);.*", "$1");

    assertThat(process.run("trigger meeting.ended --to " + url).data())
        .startsWith("meeting.ended: status 204 in ");
    assertThat(listener.waitFor()).isZero();
    Path key = home.resolve("rtk-webhooks/development-key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String before = Files.readString(key);
    process.run("trigger meeting.ended --print").exits(0);
    assertThat(key).hasContent(before);
    try (Stream<Path> files = Files.list(key.getParent())) {
      assertThat(files).containsExactly(key);
    }
  }

  @Test
  void triggerRefusesATypo() {
    assertThat(trigger("meeting.endd --print").exits(2).err())
        .startsWith("rtk-webhooks: Unknown event 'meeting.endd'\nAllowed: all, meeting.started, ");
  }

  @Test
  void triggerPrintsASampleAndNamesWhatItDoesNotHave() {
    Cli.Run run =
        trigger("meeting.ended --print --set meeting.title=Planning --set meeting.titel=x")
            .exits(0);

    assertThat(run.out()).contains("\"title\":\"Planning\"", "\"titel\":\"x\"");
    assertThat(run.err()).isEqualTo("The sample has no meeting.titel: added it.\n");
    assertThat(trigger("room.opened --print --allow-unknown-event").data())
        .isEqualTo("{\"event\":\"room.opened\"}\n");
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
  void takesOverTheWebhookOfARunThatWasKilled() throws Exception {
    String other = cli.create("rtk-webhooks listen", "https://other-tunnel.example");
    String id = cli.create("rtk-webhooks listen", "https://tunnel.example/hooks");
    Listening listening = listen(cli, "--count 1 --register https://tunnel.example/hooks");
    trigger("meeting.started --to " + listening.url()).exits(0);

    assertThat(listening.end().exits(0).err())
        .contains(
            "Found webhook " + id + " of an earlier run for https://tunnel.example/hooks.\n",
            "of another run; if that has ended: rtk-webhooks delete " + other + "\n",
            "Deleted webhook " + id + ".\n");
    assertThat(cli.run("list -q").data()).isEqualTo(other + "\n");
  }

  @Test
  void triggerSaysThatNobodyListens() {
    assertThat(trigger("meeting.ended --to http://127.0.0.1:1").exits(8).err())
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
  void verifySaysWhyASignatureDoesNotMatch() throws Exception {
    String body = "{\"event\": \"meeting.ended\", \"a\\\" b\": 1}";
    String signature = signature(body);

    assertThat(verify(body, signature).exits(0).out()).isEqualTo("Valid: meeting.ended\n");
    assertInvalid(body + "\n", signature, "it without the line break at its end");
    assertInvalid(body, signature(body + "\n"), "it with a line break at its end");
    assertInvalid(
        body.replace(" ", "\r\n"), signature(body.replace(" ", "\n")), "other line breaks");
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
        .startsWith("rtk-webhooks: Cannot read the delivery: nowhere\n");
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
}

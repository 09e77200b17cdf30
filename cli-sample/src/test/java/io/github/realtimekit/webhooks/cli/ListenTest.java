package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.receiver.DeliverySigner;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deliveries that are received, printed and stored. */
class ListenTest extends DeliverySetup {
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
  void refusesABodyThatIsTooLarge() throws Exception {
    Listening listening = listen(cli, "--within 60 --count 1");
    byte[] body = new byte[(1 << 20) + 1];

    assertThat(post(listening.url(), body, signer.headers(body, "w"))).isEqualTo(413);
    trigger("meeting.ended --to " + listening.url()).exits(0);
    assertThat(listening.end().exits(0).out()).contains("413: The body is larger than 1048576");
  }

  @Test
  void storesARefusedDeliveryBeforeItRespondsWhateverItsId() throws Exception {
    Path saved = folder.resolve("refused");
    Listening listening = listen(cli, "--count 1 --save " + saved);
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

    for (String id : List.of("a", "../../a/b")) {
      assertThat(post(listening.url(), body, Map.of("rtk-signature", "AA==", "rtk-uuid", id)))
          .isEqualTo(401);
    }
    assertThat(post(listening.url(), body, Map.of())).isEqualTo(401);
    try (Stream<Path> files = Files.list(saved)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .hasSize(3)
          .anyMatch(name -> name.contains("Z-a-"))
          .anyMatch(name -> name.contains("Z-.._.._a_b-"))
          .noneMatch(name -> name.contains("null"));
    }
    trigger("meeting.ended --to " + listening.url()).exits(0);
    listening.end().exits(0);
  }

  @Test
  void printsAndAcceptsADeliveryThatItCannotStore() throws Exception {
    Path saved = folder.resolve("removed");
    Listening listening = listen(cli, "--count 1 --save " + saved);
    Files.delete(saved);

    trigger("meeting.ended --to " + listening.url()).exits(0);
    Cli.Run run = listening.end().exits(0);

    assertThat(run.out()).contains("  verified  meeting.ended ");
    assertThat(run.err())
        .endsWith("\nCannot store the delivery: there is no such file or folder\n");
  }

  @Test
  void exits2IfItCannotMakeTheFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(cli.run("listen --port 0 --within 1 --save " + file).exits(2).err())
        .startsWith(
            "rtk-webhooks: Cannot make the folder " + file + ": there is a file of that name\n");
  }

  @Test
  void columnsLineUpWithAndWithoutAMeeting() throws Exception {
    Listening listening = listen(cli, "--count 2");
    for (String event : List.of("meeting.ended", "room.opened --allow-unknown-event")) {
      trigger(event + " --to " + listening.url()).exits(0);
    }

    assertThat(listening.end().exits(0).out().lines())
        .allMatch(line -> line.matches(".{84}  [-0-9a-f]{36}(  unknown event: .*)?"));
  }

  @Test
  void refusedDeliveryShowsReasonAndId() throws Exception {
    Listening listening = listen(cli, "--count 1");
    post(listening.url(), new byte[0], Map.of("rtk-uuid", "5", "rtk-signature", "AA=="));
    post(listening.url(), new byte[0], Map.of());
    trigger("meeting.ended --to " + listening.url()).exits(0);

    List<String> lines = listening.end().exits(0).out().lines().toList();
    assertThat(lines.get(0))
        .matches(".{8}  refused   401: The signature does not match the body, delivery 5");
    assertThat(lines.get(1)).matches(".{8}  refused   401: The header rtk-signature is missing");
  }

  @Test
  void leavesAWebhookThatItDidNotAddAlone() {
    String id = cli.create("Calls", "https://tunnel.example/hooks");

    cli.run(
            "listen --port 0 --within 60 --register https://tunnel.example/hooks --key "
                + publicKey)
        .exits(6);
    assertThat(cli.run("list -q").data()).isEqualTo(id + "\n");
  }

  @Test
  void exits1IfTheDeliveriesDoNotComeInTime() throws Exception {
    assertThat(listen(cli, "--count 2 --within 1").end().exits(1).err())
        .endsWith("0 of 2 deliveries came within 1 s.\n");
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
  void exits2ForAPortInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(cli.run("listen --port " + taken.getLocalPort()).exits(2).err())
          .startsWith(
              "rtk-webhooks: Cannot listen on port "
                  + taken.getLocalPort()
                  + ": Address already in use\n");
    }
  }
}

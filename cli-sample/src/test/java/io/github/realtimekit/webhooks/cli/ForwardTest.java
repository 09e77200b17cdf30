package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verified deliveries that listen sends on. */
class ForwardTest extends DeliverySetup {
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
      assertThat(received.headers())
          .containsEntry("Rtk-signature", List.of(headers.getOrDefault("rtk-signature", "")))
          .containsEntry("Content-type", List.of("application/json"));
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
  void showsOnlyTheStartOfALongResponse() throws Exception {
    String page = "<html>" + "x".repeat(10_000);
    try (CannedApi target = CannedApi.replying(500, Map.of(), page)) {
      Listening listening = listen(cli, "--count 1 --forward-to " + target.url());
      byte[] body = "{\"event\":\"meeting.ended\"}".getBytes(StandardCharsets.UTF_8);

      post(listening.url(), body, signer.headers(body, "w"));
      assertThat(listening.end().exits(0).out())
          .contains(": " + page.substring(0, 200) + "\n")
          .hasSizeLessThan(1_000);
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
        .containsPattern(
            "forwarded: no response after \\d+ ms: Failed to connect to .*127.0.0.1:1\n");
  }

  @Test
  void limitsTheTimeOfForwardingAndFollowsNoRedirects() throws Exception {
    byte[] body = "{\"event\":\"meeting.ended\"}".getBytes(StandardCharsets.UTF_8);
    try (CannedApi slow = CannedApi.holding(new CannedApi.Reply(200, Map.of(), ""))) {
      Listening listening =
          listen(cli, "--count 1 --forward-timeout 1 -o ndjson --forward-to " + slow.url());

      assertThat(post(listening.url(), body, signer.headers(body, "w"))).isEqualTo(502);
      assertThat(listening.end().exits(0).out())
          .contains("\"forwarded_failure\":\"timeout\"", "\"forwarded_status\":null");
    }
    try (CannedApi moved = CannedApi.replying(302, Map.of("Location", "/elsewhere"), "")) {
      Listening listening = listen(cli, "--count 1 --forward-to " + moved.url());

      assertThat(post(listening.url(), body, signer.headers(body, "w"))).isEqualTo(302);
      assertThat(listening.end().exits(0).out()).contains("forwarded: status 302 in ");
      assertThat(moved.requests()).hasSize(1);
    }
  }
}

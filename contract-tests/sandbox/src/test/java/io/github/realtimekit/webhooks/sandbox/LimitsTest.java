package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that send too much, too slowly or without a valid token. */
class LimitsTest extends SandboxTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void halfSentRequestsHoldUpNoOther() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        open.add(send("POST /client/v4"));
        open.add(send("POST /client/v4 HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"));
      }

      wire.list().isError(404, "No webhooks found");
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void bodyThatIsTooLargeIsReadToItsEnd() throws IOException {
    String head =
        "POST /client/v4%s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
            .formatted(wire.webhooks(""), 8 * MEBIBYTE);
    try (Socket socket = send(head + " ".repeat(8 * MEBIBYTE))) {
      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .startsWith("HTTP/1.1 413 ");
    }
  }

  private Socket send(String text) throws IOException {
    URI url = sandbox.baseUrl();
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    return socket;
  }

  @Test
  void otherServersOfTheProcessStayAsTheyWere() {
    assertThat(System.getProperties().stringPropertyNames())
        .noneMatch(name -> name.startsWith("sun.net.httpserver."));
  }

  @Test
  void connectionIsClosedAfterTheResponse() throws IOException {
    wire.list();
    String request = "GET /client/v4/ HTTP/1.1\r\nHost: x\r\n\r\n";

    try (Socket socket = send(request)) {
      String response = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertThat(response).startsWith("HTTP/1.1 400 ").contains("\r\nConnection: close\r\n");
    }
  }

  @Test
  void closeEndsHalfSentRequests() throws IOException {
    try (Socket socket =
        send("POST /client/v4 HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{")) {
      wire.list();
      sandbox.close();

      assertThat(isEnded(socket)).isTrue();
    }
  }

  /** Returns whether the connection was closed, or reset since a part of the body was not read. */
  private static boolean isEnded(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void bodyOfARequestWithAWrongTokenIsNotKept() {
    wire.withAuthorization("Bearer wrong-token").create(body("one", "https://example.com/one"));
    wire.withAuthorization(null).send("POST", wire.webhooks(""), "secret");

    assertThat(sandbox.app("account", "app").received())
        .extracting(Received::method, Received::body)
        .containsExactly(tuple("POST", ""), tuple("POST", ""));
  }

  @Test
  void keepsTheLatestRequestsUpToALimitInSize() {
    for (int i = 0; i < 20; i++) {
      wire.send("POST", wire.webhooks(""), i + " ".repeat(MEBIBYTE - 2));
    }

    List<Received> received = sandbox.app("account", "app").received();
    assertThat(received).hasSize(Apps.LOG_CAPACITY / MEBIBYTE - 1);
    assertThat(received.get(received.size() - 1).body()).startsWith("19 ");
  }

  @Test
  void forgetsNothingBelowTheLimit() {
    for (int i = 0; i < 1100; i++) {
      wire.get("not-a-uuid-" + i);
    }

    assertThat(sandbox.app("account", "app").received()).hasSize(1100);
  }

  @Test
  void keepsTheLatestDeliveriesUpToALimitInSize() {
    SandboxApp app = sandbox.app("account", "app");
    app.addWebhook("not sent to", "https://example.com/hooks");
    int length = MEBIBYTE - 4096 - "{'event':''}".length(); // Counts for one mebibyte.
    for (int i = 0; i < 20; i++) {
      app.deliver(EventDelivery.of(("%-" + length + "d").formatted(i)));
    }

    assertThat(app.deliveryAttempts())
        .extracting(attempt -> attempt.event().strip())
        .hasSize(Apps.LOG_CAPACITY / MEBIBYTE)
        .startsWith("4")
        .endsWith("19");
  }

  @Test
  void forgetsNoDeliveryBelowTheLimit() {
    SandboxApp app = sandbox.app("account", "app");
    app.addWebhook("not sent to", "https://example.com/hooks");
    for (int i = 0; i < 1100; i++) {
      app.deliver("meeting.ended");
    }

    assertThat(app.deliveryAttempts()).hasSize(1100);
  }
}

package io.github.realtimekit.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Response bodies that would exhaust the memory. */
class BodyLimitsTest {
  @AutoClose private final ApiServer api = new ApiServer();

  @AutoClose
  private final WebhooksClient webhooks = api.builder().retryPolicy(api.retries(0)).build();

  @Tag("slow")
  @Test
  void bodyOf100MegabytesIsCutAtTheBound() {
    api.respond(new MockResponse().setChunkedBody(blanks(100 << 20), 1 << 20));
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();
    InvalidResponseException e = tooLong(webhooks);
    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(48 << 20);
    assertThat(e.body()).hasSize(1024);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsBodyOfTheBoundAndNoByteMore(boolean zipped) throws Exception {
    api.respond(response(emptyList(16 << 20), zipped));
    assertThat(webhooks.listWebhooks()).isEmpty();
    api.respond(response(emptyList((16 << 20) + 1), zipped));
    tooLong(webhooks);
  }

  private static MockResponse response(Buffer body, boolean zipped) throws IOException {
    MockResponse response = new MockResponse();
    return zipped
        ? response.addHeader("Content-Encoding", "gzip").setBody(zip(body))
        : response.setBody(body);
  }

  @Test
  void endlessBodyIsCutAtTheBound() throws Exception {
    try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        WebhooksClient client =
            api.builder().baseUrl("http://127.0.0.1:" + endless.getLocalPort()).build()) {
      Thread server = new Thread(() -> sendEndlessBody(endless));
      server.start();
      tooLong(client);
      server.join();
    }
  }

  @Tag("slow")
  @Test
  void errorBodyOf100MegabytesKeeps16Kibibytes() {
    api.respond(new MockResponse().setResponseCode(500).setBody(blanks(100 << 20)));
    ServerException e = catchThrowableOfType(ServerException.class, webhooks::listWebhooks);
    assertThat(e.body()).hasSize(16 << 10);
  }

  @Test
  void zipBombIsCutAtTheBound() throws Exception {
    api.respond(response(blanks(100 << 20), true));
    tooLong(webhooks);
  }

  @Test
  void zippedErrorBodyKeeps16Kibibytes() throws Exception {
    api.respond(response(blanks(1 << 20), true).setResponseCode(500));
    ServerException e = catchThrowableOfType(ServerException.class, webhooks::listWebhooks);
    assertThat(e.body()).hasSize(16 << 10);
  }

  private static Buffer zip(Buffer body) throws IOException {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeAll(body);
    }
    return zipped;
  }

  private static InvalidResponseException tooLong(WebhooksClient client) {
    InvalidResponseException e =
        catchThrowableOfType(InvalidResponseException.class, client::listWebhooks);
    assertThat(e).hasMessageContaining("the body is longer than 16 MiB");
    return e;
  }

  /** Sends the start of a response, and more until the client closes the connection. */
  private static void sendEndlessBody(ServerSocket server) {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\n\r\n[".getBytes(UTF_8));
      byte[] more = "1,".repeat(1 << 15).getBytes(UTF_8);
      while (true) {
        out.write(more);
      }
    } catch (IOException closedByClient) {
      assertThat(closedByClient).isNotNull();
    }
  }

  /** Returns an empty list in an envelope of that many bytes, almost all of them blanks. */
  private static Buffer emptyList(int size) {
    String envelope = ApiServer.envelope("[]");
    return new Buffer().writeUtf8(" ".repeat(size - envelope.length()) + envelope);
  }

  private static Buffer blanks(int size) {
    Buffer body = new Buffer();
    byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
    while (body.size() < size) {
      body.write(blanks);
    }
    return body;
  }
}

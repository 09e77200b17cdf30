package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Networks and servers at their worst: each fault ends in time, in one of our exceptions. */
@Timeout(30)
class FaultsTest {
  private ApiServer api;
  private WebhooksClient webhooks;

  @BeforeEach
  void start() throws Exception {
    api = new ApiServer();
    webhooks =
        api.builder()
            .backoff(api.backoff(0))
            .readTimeout(Duration.ofMillis(300))
            .callTimeout(Duration.ofSeconds(20))
            .build();
  }

  @AfterEach
  void stop() {
    webhooks.close();
    api.close();
  }

  @Test
  void connectionRefused() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (WebhooksClient lost =
        api.builder().baseUrl("http://127.0.0.1:" + port).backoff(api.backoff(2)).build()) {
      ConnectionException e = catchThrowableOfType(ConnectionException.class, lost::listWebhooks);
      assertThat(e).hasMessageContaining("listWebhooks: no response from 127.0.0.1");
      assertThat(e.outcomeUnknown()).isFalse();
      assertThat(api.waits).hasSize(2);
    }
  }

  @Test
  void resetBeforeTheAnswer() {
    api.answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    assertThat(connectionFailure().outcomeUnknown()).isFalse();
  }

  @Test
  void resetInTheMiddleOfTheAnswer() {
    api.answer(
        new MockResponse.Builder()
            .body(envelope("[" + WEBHOOK + "]"))
            .onResponseBody(new SocketEffect.CloseSocket()));
    connectionFailure();
  }

  @Test
  void resetInTheMiddleOfAFailureKeepsItsStatus() {
    api.answer(
        new MockResponse.Builder()
            .code(500)
            .body("x".repeat(10_000))
            .onResponseBody(new SocketEffect.CloseSocket()));
    ServerException e = catchThrowableOfType(ServerException.class, webhooks::listWebhooks);
    assertThat(e.status()).isEqualTo(500);
    assertThat(e.body()).matches("x*");
  }

  @Test
  void silence() {
    api.answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    assertThat(connectionFailure()).hasMessageContaining("SocketTimeoutException");
  }

  @Test
  void slowHeaders() {
    api.answer(new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS).body("{}"));
    assertThat(connectionFailure()).hasMessageContaining("SocketTimeoutException");
  }

  @Test
  void slowBodyEndsWithTheCallTime() {
    api.answer(
        new MockResponse.Builder()
            .body(envelope("[" + WEBHOOK + "]"))
            .throttleBody(1, 100, TimeUnit.MILLISECONDS));
    try (WebhooksClient hasty =
        api.builder().backoff(api.backoff(0)).callTimeout(Duration.ofMillis(500)).build()) {
      assertThatThrownBy(hasty::listWebhooks)
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("InterruptedIOException: timeout");
    }
  }

  @Test
  void answerOf100MegabytesIsCutAtTheBound() {
    api.answer(new MockResponse.Builder().chunkedBody(blanks(100 << 20), 1 << 20));
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();
    InvalidResponseException e = tooLong(webhooks);
    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(32 << 20);
    assertThat(e).hasMessageContaining("it is longer than 16 MiB");
    assertThat(e.body()).hasSize(1024);
  }

  @Test
  void answerThatNeverEndsIsCutAtTheBound() throws Exception {
    try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        WebhooksClient client =
            api.builder().baseUrl("http://127.0.0.1:" + endless.getLocalPort()).build()) {
      Thread server = new Thread(() -> babble(endless));
      server.start();
      assertThat(tooLong(client)).hasMessageContaining("it is longer than 16 MiB");
      server.join();
    }
  }

  @Test
  void failureOf100MegabytesKeeps16Kibibytes() {
    api.answer(new MockResponse.Builder().code(500).body(blanks(100 << 20)));
    ServerException e = catchThrowableOfType(ServerException.class, webhooks::listWebhooks);
    assertThat(e.body()).hasSize(16 << 10);
  }

  @Test
  void zipBombIsCutAtTheBound() throws Exception {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeAll(blanks(100 << 20));
    }
    api.answer(new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(zipped));
    assertThat(tooLong(webhooks)).hasMessageContaining("it is longer than 16 MiB");
  }

  @Test
  void gzip() throws Exception {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(envelope("[" + WEBHOOK + "]"));
    }
    api.answer(new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(zipped));
    assertThat(webhooks.listWebhooks()).hasSize(1);
    assertThat(api.request().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void brokenGzip() {
    api.answer(
        new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body("not zipped at all"));
    connectionFailure();
  }

  @Test
  void lengthGreaterThanTheBody() {
    api.answer(
        new MockResponse.Builder()
            .body(envelope("[]"))
            .setHeader("Content-Length", "1000")
            .onResponseEnd(new SocketEffect.CloseSocket()));
    connectionFailure();
  }

  @Test
  void lengthSmallerThanTheBody() {
    api.answer(new MockResponse.Builder().body(envelope("[]")).setHeader("Content-Length", "5"));
    assertThat(catchThrowableOfType(InvalidResponseException.class, webhooks::listWebhooks).body())
        .isEqualTo("{\"dat");
  }

  @Test
  void redirectsAreNotFollowed() throws Exception {
    try (ApiServer other = new ApiServer()) {
      api.answer(302, "", "Location: " + other.server.url("/client/v4/elsewhere"));
      api.answer(307, "", "Location: /client/v4/elsewhere");
      for (int status : new int[] {302, 307}) {
        assertThat(catchThrowableOfType(ApiException.class, webhooks::listWebhooks).status())
            .isEqualTo(status);
      }
      assertThat(other.server.getRequestCount()).isZero();
      assertThat(api.server.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void untrustedCertificate() throws Exception {
    HeldCertificate self =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates server =
        new HandshakeCertificates.Builder().heldCertificate(self).build();
    api.server.useHttps(server.sslSocketFactory());
    try (WebhooksClient secure =
        api.builder()
            .backoff(api.backoff(2))
            .baseUrl("https://localhost:" + api.server.getPort())
            .build()) {
      assertThatThrownBy(secure::listWebhooks)
          .isInstanceOf(ConnectionException.class)
          .hasCauseInstanceOf(SSLHandshakeException.class);
      assertThat(api.waits).as("a retry cannot help").isEmpty();
    }
  }

  @Test
  void certificateTrustedByTheOkHttpClientThatWasHandedIn() throws Exception {
    HeldCertificate self =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    api.server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(self).build().sslSocketFactory());
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(self.certificate()).build();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .build();
    api.answer(200, envelope("[" + WEBHOOK + "]"));
    try (WebhooksClient secure =
        api.builder()
            .okHttpClient(own)
            .baseUrl("https://localhost:" + api.server.getPort() + "/client/v4")
            .build()) {
      assertThat(secure.listWebhooks().get(0).id()).isEqualTo(ID);
    }
    assertThat(own.dispatcher().executorService().isShutdown()).as("stays open").isFalse();
    own.connectionPool().evictAll();
  }

  private ConnectionException connectionFailure() {
    return catchThrowableOfType(ConnectionException.class, webhooks::listWebhooks);
  }

  private static InvalidResponseException tooLong(WebhooksClient client) {
    return catchThrowableOfType(InvalidResponseException.class, client::listWebhooks);
  }

  /** Begins an answer, and goes on until the client has had enough. */
  private static void babble(ServerSocket server) {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\n\r\n[".getBytes(UTF_8));
      byte[] more = "1,".repeat(1 << 15).getBytes(UTF_8);
      while (true) {
        out.write(more);
      }
    } catch (IOException hungUp) {
      assertThat(hungUp).isNotNull();
    }
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

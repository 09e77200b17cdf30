package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Failing networks and broken servers: each call ends in time, with an exception of this client.
 */
class FaultsTest {
  @AutoClose private final ApiServer api = new ApiServer();

  @AutoClose
  private final WebhooksClient webhooks = api.builder().retryPolicy(api.retries(0)).build();

  @Test
  void connectionRefused() throws Exception {
    try (RefusingPort port = new RefusingPort();
        WebhooksClient lost = api.builder().baseUrl(port.baseUrl()).build()) {
      ConnectionException e = catchThrowableOfType(ConnectionException.class, lost::listWebhooks);
      assertThat(e)
          .hasMessageStartingWith("listWebhooks: no response from 127.0.0.1 after 3 attempts (")
          .hasMessageEndingWith("Check the connection, then try again.");
      assertThat(e.outcomeUnknown()).isFalse();
      assertThat(e.attempts()).isEqualTo(3);
      assertThat(api.waits).hasSize(2);
    }
  }

  @Test
  void connectionResetBeforeResponse() {
    api.respond(SocketPolicy.DISCONNECT_AFTER_REQUEST);
    assertThat(connectionFailure().outcomeUnknown()).isFalse();
  }

  @Test
  void connectionResetWithinBody() {
    api.respond(
        new MockResponse()
            .setBody(envelope("[" + WEBHOOK + "]"))
            .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
    connectionFailure();
  }

  @Test
  void errorResponseThatBreaksOffKeepsItsStatus() {
    api.respond(
        new MockResponse()
            .setResponseCode(500)
            .setBody("x".repeat(10_000))
            .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
    ServerException e = catchThrowableOfType(ServerException.class, webhooks::listWebhooks);
    assertThat(e.status()).isEqualTo(500);
    assertThat(e.body()).matches("x*");
  }

  @Test
  void readTimeoutBeforeResponse() {
    api.respond(SocketPolicy.NO_RESPONSE);
    assertReadTimeout(api.server.url("/client/v4").toString());
  }

  @Test
  void readTimeoutWithinHeaders() {
    try (RawServer server =
        new RawServer(
            (self, socket) -> {
              self.readRequest(socket);
              RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-");
              self.readRequest(socket); // Until the client closes.
            })) {
      assertReadTimeout(server.baseUrl());
    }
  }

  @Test
  void callTimeoutEndsSlowBody() {
    try (RawServer server = new RawServer(FaultsTest::sendSlowBody);
        WebhooksClient hasty =
            api.builder()
                .okHttpClient(withoutTimeouts())
                .baseUrl(server.baseUrl())
                .retryPolicy(api.retries(0))
                .callTimeout(Duration.ofMillis(500))
                .build()) {
      assertThatThrownBy(hasty::listWebhooks)
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("(timeout)")
          .hasCauseInstanceOf(InterruptedIOException.class);
    }
  }

  @Test
  void gzip() throws Exception {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(envelope("[" + WEBHOOK + "]"));
    }
    api.respond(new MockResponse().addHeader("Content-Encoding", "gzip").setBody(zipped));
    assertThat(webhooks.listWebhooks()).hasSize(1);
    assertThat(api.request().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void corruptGzipIsAnInvalidResponse() {
    api.respond(
        new MockResponse().addHeader("Content-Encoding", "gzip").setBody("not zipped at all"));
    assertThatThrownBy(webhooks::listWebhooks).isInstanceOf(InvalidResponseException.class);
  }

  @Test
  void contentLengthAboveTheBody() {
    api.respond(
        new MockResponse()
            .setBody(envelope("[]"))
            .setHeader("Content-Length", "1000")
            .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));
    connectionFailure();
  }

  @Test
  void contentLengthBelowTheBody() {
    api.respond(new MockResponse().setBody(envelope("[]")).setHeader("Content-Length", "5"));
    assertThat(catchThrowableOfType(InvalidResponseException.class, webhooks::listWebhooks).body())
        .isEqualTo("{\"dat");
  }

  @Test
  void negativeContentLengthClosesTheConnection() throws Exception {
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  while (self.readRequest(socket)) {
                    RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}");
                  }
                });
        WebhooksClient client =
            api.builder().retryPolicy(api.retries(0)).baseUrl(server.baseUrl()).build()) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(client::listWebhooks)
            .isInstanceOf(ConnectionException.class)
            .hasMessageContaining("Content-Length: -5");
      }
      while (!server.connections.stream().allMatch(Socket::isClosed)) {
        Thread.sleep(1);
      }
    }
  }

  @Test
  void redirectsAreNotFollowed() {
    try (ApiServer other = new ApiServer()) {
      api.respond(302, "", "Location: " + other.server.url("/client/v4/elsewhere"));
      api.respond(307, "", "Location: /client/v4/elsewhere");
      for (int status : new int[] {302, 307}) {
        assertThat(catchThrowableOfType(ApiException.class, webhooks::listWebhooks).status())
            .isEqualTo(status);
      }
      assertThat(other.server.getRequestCount()).isZero();
      assertThat(api.server.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void untrustedCertificateIsNotRetried() {
    HeldCertificate self =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates server =
        new HandshakeCertificates.Builder().heldCertificate(self).build();
    api.server.useHttps(server.sslSocketFactory(), false);
    try (WebhooksClient secure =
        api.builder().baseUrl("https://localhost:" + api.server.getPort()).build()) {
      assertThatThrownBy(secure::listWebhooks)
          .isInstanceOf(ConnectionException.class)
          .hasCauseInstanceOf(SSLHandshakeException.class);
      assertThat(api.waits).isEmpty();
    }
  }

  @Test
  void certificateOfAnotherHostIsNotRetried() {
    OkHttpClient own = trustingServerFor("example.com");
    try (WebhooksClient secure =
        api.builder()
            .okHttpClient(own)
            .baseUrl("https://localhost:" + api.server.getPort())
            .build()) {
      assertThatThrownBy(secure::listWebhooks)
          .isInstanceOf(ConnectionException.class)
          .hasCauseInstanceOf(SSLPeerUnverifiedException.class);
      assertThat(api.waits).isEmpty();
    }
  }

  @Test
  void certificateTrustedByTheOkHttpClientInUse() {
    OkHttpClient own = trustingServerFor("localhost");
    api.respond(200, envelope("[" + WEBHOOK + "]"));
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

  /** Lets the server have a certificate for a host, and returns a client that trusts it. */
  private OkHttpClient trustingServerFor(String host) {
    HeldCertificate self = new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
    api.server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(self).build().sslSocketFactory(),
        false);
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(self.certificate()).build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
        .build();
  }

  private void assertReadTimeout(String baseUrl) {
    try (WebhooksClient hasty =
        api.builder()
            .okHttpClient(withoutTimeouts())
            .baseUrl(baseUrl)
            .retryPolicy(api.retries(0))
            .readTimeout(Duration.ofMillis(300))
            .build()) {
      assertThatThrownBy(hasty::listWebhooks)
          .isInstanceOf(ConnectionException.class)
          .hasCauseInstanceOf(SocketTimeoutException.class);
    }
  }

  /** Returns a client in which nothing but the tested timeout ends a call. */
  private static OkHttpClient withoutTimeouts() {
    return new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();
  }

  private ConnectionException connectionFailure() {
    ConnectionException e = catchThrowableOfType(ConnectionException.class, webhooks::listWebhooks);
    assertThat(e).isNotNull();
    return e;
  }

  /** Sends a byte now and then, so that no read times out, until the client closes. */
  private static void sendSlowBody(RawServer server, Socket socket) throws Exception {
    server.readRequest(socket);
    RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\n[");
    while (true) {
      Thread.sleep(50);
      RawServer.send(socket, " ");
    }
  }
}

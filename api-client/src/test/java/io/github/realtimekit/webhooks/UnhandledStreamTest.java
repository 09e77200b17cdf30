package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;

/** HTTP/2 servers that say which streams they do not handle, with GOAWAY or REFUSED_STREAM. */
class UnhandledStreamTest {
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int REFUSED_STREAM = 7;

  @Test
  void postAboveTheLastStreamIsSentAgain() {
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  Http2 http2 = new Http2(socket);
                  int stream = http2.readRequest();
                  if (self.connections.size() == 1) {
                    http2.goAway(0);
                  } else {
                    http2.respond(stream, envelope(WEBHOOK));
                  }
                  http2.readToEnd();
                });
        WebhooksClient webhooks = client(server)) {
      assertThat(webhooks.createWebhook(REQUEST).id()).isEqualTo(ID);
      assertThat(server.connections).hasSize(2);
    }
  }

  @Test
  void postOfTheLastStreamMayHaveBeenCarriedOut() {
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  Http2 http2 = new Http2(socket);
                  http2.goAway(http2.readRequest());
                });
        WebhooksClient webhooks = client(server)) {
      ConnectionException e =
          catchThrowableOfType(ConnectionException.class, () -> webhooks.createWebhook(REQUEST));
      assertThat(e.outcomeUnknown()).isTrue();
      assertThat(server.connections).hasSize(1);
    }
  }

  @Test
  void postOfRefusedStreamIsSentAgain() {
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  Http2 http2 = new Http2(socket);
                  http2.refuse(http2.readRequest());
                  http2.respond(http2.readRequest(), envelope(WEBHOOK));
                  http2.readToEnd();
                });
        WebhooksClient webhooks = client(server)) {
      assertThat(webhooks.createWebhook(REQUEST).id()).isEqualTo(ID);
      assertThat(server.connections).hasSize(1);
    }
  }

  @Test
  void postToAConnectionThatWasShutDownIsSentAgain() {
    AtomicInteger attempts = new AtomicInteger();
    Semaphore connectionTaken = new Semaphore(0);
    Semaphore shutDown = new Semaphore(0);
    Interceptor waitForTheShutdown =
        chain -> {
          if (attempts.incrementAndGet() == 2) {
            connectionTaken.release();
            shutDown.acquireUninterruptibly();
          }
          return chain.proceed(chain.request());
        };
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  Http2 http2 = new Http2(socket);
                  int stream = http2.readRequest();
                  http2.respond(stream, envelope(WEBHOOK));
                  if (self.connections.size() == 1) {
                    connectionTaken.acquire();
                    http2.goAway(stream);
                    http2.awaitAnswerToPing();
                    shutDown.release();
                  }
                  http2.readToEnd();
                });
        WebhooksClient webhooks = client(server, waitForTheShutdown)) {
      webhooks.createWebhook(REQUEST);
      assertThat(webhooks.createWebhook(REQUEST).id()).isEqualTo(ID);
      assertThat(attempts).hasValue(3);
      assertThat(server.connections).hasSize(2);
    }
  }

  private static WebhooksClient client(RawServer server) {
    return client(server, chain -> chain.proceed(chain.request()));
  }

  private static WebhooksClient client(RawServer server, Interceptor network) {
    return WebhooksClient.builder()
        .apiToken(ApiServer.TOKEN)
        .baseUrl(server.baseUrl())
        .accountId("acc")
        .appId("app")
        .okHttpClient(
            new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .addNetworkInterceptor(network)
                .build())
        .build();
  }

  /** As much of HTTP/2 as a server of a few requests needs. */
  private static final class Http2 {
    private final DataInputStream in;
    private final DataOutputStream out;

    Http2(Socket socket) throws IOException {
      in = new DataInputStream(socket.getInputStream());
      out = new DataOutputStream(socket.getOutputStream());
      in.readFully(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length()]);
      write(SETTINGS, 0, 0, new byte[0]);
    }

    /** Reads frames to the end of a request, and returns its stream. */
    int readRequest() throws IOException {
      while (true) {
        Frame frame = readFrame();
        boolean ofRequest = frame.type == DATA || frame.type == HEADERS;
        if (ofRequest && (frame.flags & END_STREAM) != 0) {
          return frame.stream;
        }
      }
    }

    /** Returns when the client has read all that was sent before. */
    void awaitAnswerToPing() throws IOException {
      write(PING, 0, 0, new byte[8]);
      while (readFrame().type != PING) {}
    }

    private Frame readFrame() throws IOException {
      int lengthAndType = in.readInt();
      Frame frame = new Frame(lengthAndType & 0xff, in.readByte(), in.readInt());
      in.readFully(new byte[lengthAndType >>> 8]);
      return frame;
    }

    private record Frame(int type, int flags, int stream) {}

    void goAway(int lastStream) throws IOException {
      write(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(lastStream).putInt(0).array());
    }

    void refuse(int stream) throws IOException {
      write(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(REFUSED_STREAM).array());
    }

    void respond(int stream, String body) throws IOException {
      // A literal value for entry 8 of HPACK's static table, which is :status.
      write(HEADERS, END_HEADERS, stream, new byte[] {8, 3, '2', '0', '1'});
      write(DATA, END_STREAM, stream, body.getBytes(US_ASCII));
    }

    void readToEnd() throws IOException {
      while (in.read() >= 0) {}
    }

    private void write(int type, int flags, int stream, byte[] payload) throws IOException {
      out.writeInt(payload.length << 8 | type);
      out.writeByte(flags);
      out.writeInt(stream);
      out.write(payload);
      out.flush();
    }
  }
}

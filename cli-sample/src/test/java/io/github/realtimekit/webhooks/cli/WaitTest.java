package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Long waits are announced to a person. */
class WaitTest {
  /** The server responds only once the announcement came, so that no clock decides the test. */
  @Test
  void namesTheHostThatIsWaitedFor() throws Exception {
    CountDownLatch announced = new CountDownLatch(1);
    ByteArrayOutputStream err =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (toString(StandardCharsets.UTF_8).contains("Waiting")) {
              announced.countDown();
            }
          }
        };
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try {
            announced.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          byte[] body = "{\"success\":true,\"data\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      Console console =
          new Console(
              Map.of(
                  "CLOUDFLARE_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                  "CLOUDFLARE_API_TOKEN", "test-token",
                  "CLOUDFLARE_ACCOUNT_ID", "account",
                  "REALTIMEKIT_APP_ID", "app"),
              new ByteArrayInputStream(new byte[0]),
              new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              Terminal.of("2", ""),
              ZoneOffset.UTC);

      assertThat(RtkWebhooks.run(console, "list")).isZero();
      assertThat(err.toString(StandardCharsets.UTF_8))
          .isEqualTo("Waiting for 127.0.0.1; Ctrl-C stops.\n");
    } finally {
      server.stop(0);
    }
  }
}

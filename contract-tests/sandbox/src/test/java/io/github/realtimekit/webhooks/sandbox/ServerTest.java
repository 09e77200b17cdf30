package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of requests, whose lines come after the responses. */
class ServerTest {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private Sandbox sandbox;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.builder().log(lines::add).start();
    wire = Wire.to(sandbox.baseUrl());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void logsALineForEachRequest() throws Exception {
    wire.create(SandboxTest.body("one", "https://example.com/one"));
    assertThat(line())
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z POST /client/v4"
                + wire.webhooks("")
                + " 201 \\d+ ms");
    wire.withAuthorization(null).send("GET", "/%1b?token=secret", null);
    assertThat(line()).contains(" GET /client/v4/%1b 400 ").doesNotContain("secret");
    assertThat(lines).isEmpty();
  }

  @Test
  void logsWhatChangesTheSandboxButNotWhatThePageReads() throws Exception {
    Wire root = Wire.to(URI.create("http://127.0.0.1:" + sandbox.baseUrl().getPort()));
    root.send("GET", "/", null);
    root.send("GET", "/sandbox/state", null);
    root.send("POST", "/sandbox/reset", "{}");
    root.send("GET", "/.well-known/webhooks.json", null);

    assertThat(line()).contains(" POST /sandbox/reset 200 ");
    assertThat(line()).contains(" GET /.well-known/webhooks.json 200 ");
  }

  /** The control character is one that every JDK accepts: newer ones refuse those of ASCII. */
  @Test
  void controlCharactersAreNotLogged() throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUrl().getPort())) {
      String request = "G\u009b31mT /x HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).contains(" 400 ");
    }

    assertThat(line()).contains(" G?31mT /x 400 ");
  }

  private String line() throws InterruptedException {
    String line = lines.poll(30, TimeUnit.SECONDS);
    assertThat(line).as("a line within 30 seconds").isNotNull();
    return line;
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers may do with the sandbox's own endpoints; header fields are sent as they stand. */
class BrowserGuardTest extends SandboxTest {
  private static final String JSON = "Content-Type: application/json\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:PORT",
        "127.0.0.1",
        "localhost:PORT",
        "LOCALHOST:PORT",
        "sandbox.localhost",
        "[::1]:PORT",
        "[fe80::1]",
        "192.168.0.7:8080"
      })
  void answersAsAddressOrLocalhost(String host) throws IOException {
    assertThat(send("GET / ", "Host: " + host + "\r\n")).startsWith("HTTP/1.1 200 ");
    assertThat(post("Host: " + host + "\r\n" + JSON)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "example.com:PORT",
        "127.0.0.1.example.com",
        "localhost.example.com",
        "notlocalhost",
        "1.2.3.4.5",
        "my-machine:PORT",
        "127.0.0.1:PORT:80",
        ""
      })
  void hostOfAnotherNameIsRefused(String host) throws IOException {
    for (String start : new String[] {"GET / ", "GET /sandbox/requests ", "GET /sandbox/state "}) {
      assertThat(send(start, "Host: " + host + "\r\n"))
          .startsWith("HTTP/1.1 403 ")
          .contains("use its IP address, localhost or the name given as --host");
    }
    assertThat(post("Host: " + host + "\r\n" + JSON)).startsWith("HTTP/1.1 403 ");
    assertThat(sandbox.app("account", "app").received()).isEmpty();
  }

  /** In HTTP/1.0, where a host is optional; in HTTP/1.1 some JDKs refuse the request themselves. */
  @Test
  void missingHostIsRefused() throws IOException {
    assertThat(send(sandbox.baseUrl().getPort(), "GET / HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 403 ");
  }

  @ParameterizedTest
  @CsvSource({"my-machine:8080, 200", "MY-Machine, 200", "other-machine:8080, 403"})
  void nameThatItListensOnIsItsOwn(String host, int status) throws IOException {
    Apps apps = new Apps();
    SigningKey key = new SigningKey();
    DeliverySender sender = new DeliverySender(key, false, Duration.ofSeconds(3));
    ControlHandler control =
        new ControlHandler(
            new Reports(Spec.load(), "/client/v4", apps, key),
            new Actions(apps, new Deliveries(Spec.load(), key, sender), key),
            key,
            new BrowserGuard("my-machine"));
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Server named = new Server(any, line -> {})) {
      named.serve("/", control);
      named.start();

      assertThat(send(named.port(), "GET / ", "Host: " + host + "\r\n", ""))
          .startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void apiAndKeyRespondUnderAnyName() throws IOException {
    assertThat(send("GET /.well-known/webhooks.json ", "Host: sandbox\r\n"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(
            send(
                "GET /client/v4" + wire.webhooks("") + " ",
                "Host: sandbox\r\nAuthorization: Bearer sandbox-token\r\n"))
        .startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://127.0.0.1:PORT\r\n",
        "Origin: HTTP://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin\r\n",
        "Sec-Fetch-Site: none\r\n",
        "",
      })
  void pageOfItsOwnOrNoneCanPost(String fields) throws IOException {
    assertThat(post("Host: 127.0.0.1:PORT\r\n" + JSON + fields)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://example.com\r\n",
        "Origin: http://127.0.0.1:1\r\n",
        "Origin: https://127.0.0.1:PORT\r\n",
        "Origin: http://localhost:PORT\r\n",
        "Origin: null\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
        "Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\n",
      })
  void pageOfAnotherOriginCannotPost(String fields) throws IOException {
    sandbox.app("account", "app").addWebhook("one", "https://example.com");

    assertThat(post("Host: 127.0.0.1:PORT\r\n" + JSON + fields))
        .startsWith("HTTP/1.1 403 ")
        .contains("a page of another origin cannot post")
        .contains("use the sandbox's own page");
    assertThat(wire.list().data()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        "Content-Type: text/plain\r\n",
        "Content-Type: text/plain; application/json\r\n",
        "Content-Type: multipart/form-data\r\n",
        "Content-Type: application/jsonp\r\n",
      })
  void whatAFormCanPostIsRefused(String field) throws IOException {
    assertThat(post("Host: localhost\r\n" + field))
        .startsWith("HTTP/1.1 415 ")
        .contains("must be application/json, as curl --json sends");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON;charset=utf-8"})
  void contentTypeMayHaveParameters(String type) throws IOException {
    assertThat(post("Host: localhost\r\nContent-Type: " + type + "\r\n"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void pageAllowsItsOwnScriptAndStyleAlone() throws Exception {
    Reply page = atRoot().send("GET", "/", null);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("content-security-policy"))
        .isEqualTo(
            "default-src 'none'; connect-src 'self'; img-src data:; script-src 'sha256-%s'; style-src 'sha256-%s'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(hash(page.text(), "script"), hash(page.text(), "style")));
    assertThat(page.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(page.text()).doesNotContain("innerHTML", "src=", "http://", "https://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.html", "/sandboxes", "/sandbox"})
  void pageIsAtTheRootAlone(String path) {
    assertThat(atRoot().send("GET", path, null).header("content-type"))
        .isEqualTo("application/json");
  }

  private static String hash(String html, String element) throws Exception {
    String content = html.split("<" + element + ">|</" + element + ">", -1)[1];
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  private String post(String fields) throws IOException {
    return send("POST /sandbox/reset ", fields + "Content-Length: 2\r\n", "{}");
  }

  private String send(String start, String fields) throws IOException {
    return send(start, fields, "");
  }

  private String send(String start, String fields, String body) throws IOException {
    return send(sandbox.baseUrl().getPort(), start, fields, body);
  }

  private static String send(int port, String start, String fields, String body)
      throws IOException {
    String head = start + "HTTP/1.1\r\n" + fields.replace("PORT", String.valueOf(port)) + "\r\n";
    return send(port, head + body);
  }

  private static String send(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}

package io.github.realtimekit.webhooks.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy that the environment names carries the calls, but for excluded hosts. */
@Tag("slow")
class ProxyTest {
  private static final String EMPTY = "{\"success\":true,\"data\":[]}";

  private CannedApi proxy;
  private CannedApi api;

  @BeforeEach
  void start() throws IOException {
    proxy = CannedApi.replying(200, Map.of(), EMPTY);
    api = CannedApi.replying(200, Map.of(), EMPTY);
  }

  @AfterEach
  void stop() {
    proxy.close();
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROXY, '', true",
    "http_proxy, '', true",
    "HTTPS_PROXY, '', false",
    "HTTP_PROXY, 127.0.0.1, false",
    "HTTP_PROXY, 'example.com, *', false",
    "HTTP_PROXY, '.0.0.1,example.com', false",
    "HTTP_PROXY, 7.0.0.1, true",
    "HTTP_PROXY, '10.0.0.0/8,127.0.0.0/8', false",
    "HTTP_PROXY, '126.0.0.0/7', false",
    "HTTP_PROXY, 127.0.0.2/31, true"
  })
  void carriesTheCalls(String variable, String excluded, boolean used) {
    api.cli().process().with(variable, proxy.url()).with("NO_PROXY", excluded).run("list").data();

    assertThat(proxy.requests()).hasSize(used ? 1 : 0);
    assertThat(api.requests()).hasSize(used ? 0 : 1);
  }

  @Test
  void carriesTheRequestForTheKey() {
    api.cli()
        .process()
        .with("HTTP_PROXY", proxy.url())
        .run("verify --body /dev/null --signature a --keys-url " + api.url() + "/keys")
        .exits(1);

    assertThat(proxy.requests()).isNotEmpty();
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void connectsThroughTheProxyForHttps() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      BlockingQueue<String> firstLines = new LinkedBlockingQueue<>();
      Thread refuse = new Thread(() -> refuseAll(server, firstLines));
      refuse.setDaemon(true);
      refuse.start();

      Cli.to("https://api.example")
          .process()
          .with("HTTPS_PROXY", "127.0.0.1:" + server.getLocalPort())
          .run("list")
          .exits(8);
      assertThat(firstLines.take()).isEqualTo("CONNECT api.example:443 HTTP/1.1");
    }
  }

  private static void refuseAll(ServerSocket server, BlockingQueue<String> firstLines) {
    try {
      while (true) {
        try (Socket connection = server.accept();
            BufferedReader request =
                new BufferedReader(
                    new InputStreamReader(
                        connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
          firstLines.add(request.readLine());
          while (!request.readLine().isEmpty()) {
            // The other lines of the head.
          }
          connection
              .getOutputStream()
              .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
        }
      }
    } catch (IOException closed) {
      assertThat(server.isClosed()).isTrue();
    }
  }

  @Test
  void namesAProxyThatIsDeadOrMalformed() {
    ProcessRun process = api.cli().process();

    assertThat(process.with("HTTP_PROXY", "http://127.0.0.1:1").run("list").exits(8).err())
        .startsWith("rtk-webhooks: cannot connect to the proxy 127.0.0.1:1 (HTTP_PROXY)\n");
    assertThat(process.with("HTTP_PROXY", "http://user:pass@127.0.0.1:1").run("list").err())
        .startsWith("rtk-webhooks: cannot connect to the proxy 127.0.0.1:1 (HTTP_PROXY)\n");
    assertThat(process.with("HTTP_PROXY", "http://proxy.invalid").run("list").exits(8).err())
        .startsWith("rtk-webhooks: there is no host of the proxy proxy.invalid:80 (HTTP_PROXY)\n");
    for (String malformed : List.of("http://:3128", "http://a b:1", "socks5://a:pass@b:1")) {
      assertThat(process.with("HTTP_PROXY", malformed).run("list").exits(2).err())
          .startsWith("rtk-webhooks: HTTP_PROXY is not the URL of a proxy, such as ")
          .doesNotContain("pass");
    }
  }

  @Test
  void sendsAWrongPasswordOnlyOnce() throws IOException {
    try (CannedApi asking =
        CannedApi.replying(407, Map.of("Proxy-Authenticate", "Basic realm=\"x\""), "")) {
      api.cli()
          .process()
          .with("HTTP_PROXY", asking.url().replace("//", "//user:wrong@"))
          .run("list")
          .exits(1);

      assertThat(asking.requests()).hasSize(2);
    }
  }

  @Test
  void sendsUserAndPasswordWhenTheProxyAsks() throws IOException {
    try (CannedApi asking =
        CannedApi.replying(
            new CannedApi.Reply(407, Map.of("Proxy-Authenticate", "Basic realm=\"x\""), ""),
            new CannedApi.Reply(200, Map.of(), EMPTY))) {
      api.cli()
          .process()
          .with("HTTP_PROXY", asking.url().replace("//", "//user:pass@"))
          .run("list")
          .data();

      assertThat(asking.requests()).hasSize(2);
      assertThat(asking.requests().get(1).headers())
          .containsEntry("Proxy-authorization", List.of("Basic dXNlcjpwYXNz"));
    }
  }
}

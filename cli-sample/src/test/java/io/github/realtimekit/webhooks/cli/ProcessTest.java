package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a real process has: pipes, signals, locales and terminals. */
class ProcessTest {
  private static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";

  private static CannedApi api;

  @BeforeAll
  static void start() throws IOException {
    api =
        CannedApi.replying(
            200, Map.of(), "{\"success\":true,\"data\":[{\"id\":\"%s\"}]}".formatted(ID));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static ProcessRun process() {
    return ProcessRun.of(api.cli().environment());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "de_DE.UTF-8", "not_INSTALLED.ISO-8859-1"})
  void keepsLettersBeyondAsciiInEveryLocale(String locale) throws IOException {
    try (CannedApi api = CannedApi.replying(201, Map.of(), "{\"success\":true,\"data\":{}}")) {
      ProcessRun run = ProcessRun.of(api.cli().environment()).with("LANG", locale);

      run.launch("create", "--name", "Zürich 会議", "--url", "https://a.example", "--event", "all")
          .exits(0);
      assertThat(api.requests().get(0).body()).contains("\"name\":\"Zürich 会議\"");
    }
  }

  @Test
  void refusesAnArgumentThatJavaCouldNotRead() {
    List<String> jar = List.of(ProcessRun.JAVA, "-jar", ProcessRun.JAR.toString());

    Cli.Run run = process().with("LC_ALL", "C").run(jar, "edit", ID, "--name", "Zürich").exits(2);
    assertThat(run.err()).contains("lost a character on its way: use a UTF-8 locale");
  }

  @Test
  void saysNothingWhenTheReaderOfAPipeIsGone() {
    String sh = "{ '%s' list --output json; echo $? >&2; } | :".formatted(ProcessRun.LAUNCHER);

    assertThat(process().sh(sh).err()).isEqualTo("1\n");
  }

  @TestFactory
  Stream<DynamicTest> tellsThatTheDiskIsFull() {
    return Stream.of(Path.of("/dev/full"))
        .filter(Files::exists)
        .map(full -> DynamicTest.dynamicTest(full.toString(), () -> tellsThatIsFull(full)));
  }

  private static void tellsThatIsFull(Path full) {
    String sh = "exec '%s' list --output json >'%s'".formatted(ProcessRun.LAUNCHER, full);

    assertThat(process().sh(sh).exits(1).err())
        .startsWith("rtk-webhooks: cannot write to standard output: ")
        .hasLineCount(1);
  }

  @Test
  void tellsAtAnInterruptThatAChangeMayHaveBeenMade() throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          received.countDown();
          try {
            ended.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
    try {
      Process process =
          process()
              .with("CLOUDFLARE_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort())
              .start(
                  List.of(
                      ProcessRun.LAUNCHER.toString(),
                      "create",
                      "--name=a",
                      "--url=https://a.example",
                      "--event=all"));
      assertThat(received.await(30, TimeUnit.SECONDS)).isTrue();
      // The same as Ctrl-C to the JVM, and not ignored by what a shell starts in the background.
      process.toHandle().destroy();
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(err)
          .isEqualTo(
              "Interrupted after the request was sent: it may have been carried out. Check with"
                  + " 'rtk-webhooks list'.\n");
    } finally {
      ended.countDown();
      server.stop(0);
    }
  }

  /** The script command of Linux runs a program on a terminal; that of others differs. */
  @TestFactory
  Stream<DynamicTest> findsTheTerminalAndItsWidth() {
    boolean linux = process().sh("script --version").out().contains("util-linux");
    String java = "'%s' -jar '%s'".formatted(ProcessRun.JAVA, ProcessRun.JAR);
    return Stream.of("'" + ProcessRun.LAUNCHER + "'", java)
        .filter(program -> linux)
        .map(program -> DynamicTest.dynamicTest(program, () -> findsTheWidth(program)));
  }

  private static void findsTheWidth(String program) {
    String onTerminal = "stty cols 60; NO_COLOR=1 TERM=xterm %s list --help".formatted(program);

    assertThat(
            process()
                .run(List.of("script", "-qec", onTerminal, "/dev/null"))
                .data()
                .replace("\r", "")
                .lines())
        .anyMatch(line -> line.length() > 50)
        .allMatch(line -> line.length() <= 60);
    assertThat(
            process()
                .run(List.of("script", "-qec", "NO_COLOR=1 " + program + " list", "/dev/null"))
                .data())
        .startsWith("ID ");
  }
}

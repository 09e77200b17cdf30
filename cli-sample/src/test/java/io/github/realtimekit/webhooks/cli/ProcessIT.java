package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behavior that only a real process has: pipes, signals, locales and terminals. */
class ProcessIT {
  private static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";

  private static final CannedApi.Reply EMPTY =
      new CannedApi.Reply(200, Map.of(), "{\"success\":true,\"data\":[]}");

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
  @ValueSource(strings = {"C", "not_INSTALLED.UTF-8"})
  void keepsLettersBeyondAsciiInEveryLocale(String locale) throws IOException {
    try (CannedApi api = CannedApi.replying(201, Map.of(), "{\"success\":true,\"data\":{}}")) {
      ProcessRun run = ProcessRun.of(api.cli().environment()).with("LANG", locale);

      run.launch("create", "--name", "Zürich 会議", "--url", "https://a.example", "--event", "all")
          .exits(0);
      assertThat(api.requests().get(0).body()).contains("\"name\":\"Zürich 会議\"");
    }
  }

  @Test
  void saysNothingWhenTheReaderOfAPipeIsGone() throws Exception {
    try (CannedApi api = CannedApi.holding(EMPTY)) {
      Process process =
          ProcessRun.of(api.cli().environment())
              .start(ProcessRun.LAUNCHER.toString(), "list", "--output", "json");
      api.awaitRequest();
      process.getInputStream().close();
      api.release();

      assertThat(errors(process)).isEmpty();
      assertThat(process.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void listenEndsAndDeletesItsWebhookWhenTheReaderOfAPipeIsGone(@TempDir Path folder)
      throws Exception {
    Cli cli = SharedSandbox.cli();
    ProcessRun run = ProcessRun.of(cli.environment()).with("XDG_CONFIG_HOME", folder.toString());
    Process process =
        run.start(
            ProcessRun.LAUNCHER.toString(),
            "listen",
            "--dev",
            "--port=0",
            "--register=https://tunnel.example/hooks");
    try {
      BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
      String url = err.readLine().replaceAll("Listening on (.*);.*", "$1");
      assertThat(err.readLine()).startsWith("Added webhook ");
      process.getInputStream().close();

      run.launch("trigger", "meeting.ended", "--to", url).exits(0);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(err.lines()).singleElement().asString().startsWith("Deleted webhook ");
      assertThat(cli.run("list").data()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void leavesTheTokenOutOfTheTraceOfPicocli() {
    Cli.Run run =
        process()
            .with("CLOUDFLARE_API_TOKEN", "traced-test-token")
            .with("JAVA_TOOL_OPTIONS", "-Dpicocli.trace=DEBUG")
            .launch("list", "-q")
            .exits(0);
    assertThat(run.err()).contains("[picocli DEBUG]").doesNotContain("traced-test-token");
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @TestFactory
  Stream<DynamicTest> saysThatTheDiskIsFull() {
    return Stream.of(Path.of("/dev/full"))
        .filter(Files::exists)
        .map(full -> DynamicTest.dynamicTest(full.toString(), () -> saysThatIsFull(full)));
  }

  private static void saysThatIsFull(Path full) {
    String sh = "exec '%s' list --output json >'%s'".formatted(ProcessRun.LAUNCHER, full);

    assertThat(process().sh(sh).exits(1).err())
        .matches("rtk-webhooks: cannot write to standard output: [^:]+\n");
  }

  @Test
  void saysAtAnInterruptThatAChangeMayHaveBeenMade() throws Exception {
    try (CannedApi api = CannedApi.holding(EMPTY)) {
      Process process =
          ProcessRun.of(api.cli().environment())
              .start(
                  ProcessRun.LAUNCHER.toString(),
                  "create",
                  "--name=a",
                  "--url=https://a.example",
                  "--event=all");
      api.awaitRequest();
      // The same as Ctrl-C to the JVM, and not ignored by what a shell starts in the background.
      process.toHandle().destroy();

      assertThat(errors(process))
          .isEqualTo(
              "Interrupted while a request was in flight: it may have been carried out. Check with"
                  + " 'rtk-webhooks list'.\n");
    }
  }

  @Test
  void saysAtAnInterruptHowFarApplyCame(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("webhooks.yaml"),
            """
            webhooks:
              - {name: A, url: "https://a.example", events: [meeting.started]}
              - {name: B, url: "https://b.example", events: [meeting.started]}
              - {name: C, url: "https://c.example", events: [meeting.started]}
            """);
    CannedApi.Reply created =
        new CannedApi.Reply(
            201,
            Map.of(),
            """
            {"success":true,"data":{"id":"%s","name":"A","url":"https://a.example","enabled":true,
            "events":["meeting.started"],"created_at":"2022-05-28T07:01:53Z","updated_at":"2022-05-28T07:01:53Z"}}\
            """
                .formatted(ID));
    try (CannedApi api = CannedApi.holdingLast(EMPTY, EMPTY, created, created)) {
      Process process =
          ProcessRun.of(api.cli().environment())
              .start(ProcessRun.LAUNCHER.toString(), "apply", "-f", file.toString(), "--yes");
      for (int i = 0; i < 4; i++) {
        api.awaitRequest();
      }
      process.toHandle().destroy();

      assertThat(errors(process).lines())
          .contains("Created: 'A'", "Applied 1 of 3 steps; run it again for the others.")
          .doesNotContain("Created: 'B'");
    }
  }

  /** A shell lets what it starts in the background ignore SIGINT, which env can undo on Linux. */
  @TestFactory
  Stream<DynamicTest> deletesOnCtrlCWhatListenRegistered() {
    return Stream.of("--default-signal=INT")
        .filter(option -> process().sh("env " + option + " true").exitCode() == 0)
        .map(option -> DynamicTest.dynamicTest(option, () -> deletesOnCtrlC(option)));
  }

  private static void deletesOnCtrlC(String option) throws Exception {
    Cli cli = SharedSandbox.cli();
    Process process =
        ProcessRun.of(cli.environment())
            .start(
                "env",
                option,
                ProcessRun.LAUNCHER.toString(),
                "listen",
                "--port=0",
                "--register=https://tunnel.example/hooks");
    BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
    assertThat(err.readLine()).startsWith("Listening on ");
    String added = err.readLine();
    String id = cli.run("list -q").data().strip();
    assertThat(added).isEqualTo("Added webhook " + id + " for https://tunnel.example/hooks.");

    assertThat(process().sh("kill -INT " + process.pid()).exitCode()).isZero();
    assertThat(err.lines()).containsExactly("Deleted webhook " + id + ".");
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(cli.run("list").data()).isEmpty();
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
  }
}

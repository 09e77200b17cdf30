package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the API is known to fail: the lines that people read, and the exit code. */
class FailuresTest {
  @ParameterizedTest
  @MethodSource("io.github.realtimekit.webhooks.cli.KnownFailures#rows")
  void tellsInTwoLines(KnownFailures.Row row) throws IOException {
    try (CannedApi api = CannedApi.answering(row.status(), row.headers(), row.body())) {
      Cli.Run run = api.cli().run(row.command().split(" ")).exits(row.exitCode());

      assertThat(run.err().lines()).containsExactly("rtk-webhooks: " + row.what(), row.hint());
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void unreadableAnswerTellsWhatWasExpected() throws IOException {
    try (CannedApi api = CannedApi.answering(200, KnownFailures.RAY, "<html>Welcome</html>")) {
      Cli.Run run = api.cli().run("list").exits(1);

      assertThat(run.err())
          .startsWith("rtk-webhooks: the API answered 200: the response cannot be read: ")
          .endsWith(" (cf-ray 8f2b1c0d9e3a4b5c-FRA)\n" + KnownFailures.VERBOSE + "\n");
    }
  }

  @Test
  void eventsAndFieldsThatAreNewAreNoFailure() throws IOException {
    String body =
        "{\"success\":true,\"data\":{\"id\":\"%s\",\"events\":[\"room.opened\"],\"colour\":\"red\"}}"
            .formatted(KnownFailures.ID);
    try (CannedApi api = CannedApi.answering(200, KnownFailures.RAY, body)) {
      assertThat(api.cli().run("get", KnownFailures.ID, "--fields", "events,name").data())
          .isEqualTo("room.opened\t-\n");
      assertThat(
              api.cli()
                  .run("get", KnownFailures.ID, "--output", "ndjson", "--fields", "events,name")
                  .data())
          .isEqualTo("{\"events\":[\"room.opened\"]}\n");
    }
  }

  @Test
  void refusedConnection() {
    Cli.Run run = Cli.to("http://127.0.0.1:1").run("list").exits(8);

    assertThat(run.err().lines())
        .containsExactly(
            "rtk-webhooks: no answer from the API: ConnectException: Failed to connect to"
                + " /127.0.0.1:1",
            "Check the network, and where --base-url points.");
  }

  @Test
  void brokenConnection() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread hangUp = new Thread(() -> hangUpOnEveryone(server));
      hangUp.setDaemon(true);
      hangUp.start();
      Cli cli = Cli.to("http://127.0.0.1:" + server.getLocalPort());

      assertThat(cli.run(KnownFailures.GET.split(" ")).exits(8).err())
          .startsWith("rtk-webhooks: no answer from the API: ")
          .endsWith("\nCheck the network, and where --base-url points.\n")
          .hasLineCount(2);
      assertThat(cli.run(KnownFailures.CREATE.split(" ")).exits(8).err())
          .endsWith("\n" + KnownFailures.MAYBE_DONE + "\n");
    }
  }

  private static void hangUpOnEveryone(ServerSocket server) {
    try {
      while (true) {
        server.accept().close();
      }
    } catch (IOException closed) {
      assertThat(server.isClosed()).isTrue();
    }
  }

  @Test
  void nothingIsListedAsAnEmptyListForTheApisOwn404() throws IOException {
    try (CannedApi api =
        CannedApi.answering(404, KnownFailures.RAY, KnownFailures.own(404, "No webhooks found"))) {
      assertThat(api.cli().run("list", "--output", "json").data()).isEqualTo("[]\n");
      assertThat(api.requests()).hasSize(1).first().asString().startsWith("GET /accounts/account/");
    }
  }

  @Test
  void aReaderThatIsGoneIsNoNews() throws IOException {
    try (CannedApi api =
        CannedApi.answering(404, KnownFailures.RAY, KnownFailures.own(404, "No webhooks found"))) {
      String sh = "{ '%s' list --output json; echo $? >&2; } | :".formatted(Cli.LAUNCHER);

      assertThat(api.cli().launcher("sh", "-c", sh).run().err()).isEqualTo("1\n");
    }
  }

  @TestFactory
  Stream<DynamicTest> aFullDiskIsTold() {
    return Stream.of(Path.of("/dev/full"))
        .filter(Files::exists)
        .map(full -> DynamicTest.dynamicTest(full.toString(), () -> aFullDiskIsTold(full)));
  }

  private static void aFullDiskIsTold(Path full) throws IOException {
    try (CannedApi api =
        CannedApi.answering(404, KnownFailures.RAY, KnownFailures.own(404, "No webhooks found"))) {
      String sh = "exec '%s' list --output json >'%s'".formatted(Cli.LAUNCHER, full);

      assertThat(api.cli().launcher("sh", "-c", sh).run().exits(1).err())
          .startsWith("rtk-webhooks: cannot write to standard output: ")
          .hasLineCount(1);
    }
  }
}

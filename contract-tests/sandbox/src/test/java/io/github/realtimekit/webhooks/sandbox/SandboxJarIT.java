package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The jar as it is shipped, in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SandboxJarIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path JAR =
      Path.of(System.getProperty("sandbox.jar", "target/rtk-sandbox.jar"));

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stopWhatStillRuns() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void printsItsUrlAndStopsOnSigterm() throws Exception {
    Process jar = start("--token", "test-token");
    BufferedReader out = jar.inputReader(StandardCharsets.UTF_8);
    String url = out.readLine();

    assertThat(url).matches("http://127\\.0\\.0\\.1:[1-9]\\d*/client/v4");
    Wire wire = Wire.to(URI.create(url)).withAuthorization("Bearer test-token");
    String id = wire.create(SandboxTest.body("one", "https://example.com/one")).id();
    assertThat(wire.edit(id, "{\"enabled\":false}").data().get("enabled").asBoolean()).isFalse();
    wire.edit(id, "{\"events\":0}").isError(400, "BAD_REQUEST: \"events\" must be an array");
    assertThat(wire.withAuthorization("Bearer sandbox-token").list().status()).isEqualTo(401);

    // The handle leaves the streams open, which the process would close.
    jar.toHandle().destroy();
    assertThat(jar.waitFor()).as("128 and the number of SIGTERM").isEqualTo(143);
    assertThat(out.readLine()).as("nothing after the first line").isNull();
    assertThat(text(jar.getErrorStream())).isEmpty();
  }

  @Test
  void partialEchoAndTheTokenByDefault() throws Exception {
    Process jar = start("--partial-echo", "--port", "0");
    String url = jar.inputReader(StandardCharsets.UTF_8).readLine();
    Wire wire = Wire.to(URI.create(url)).withAuthorization("Bearer sandbox-token");
    String id = wire.create(SandboxTest.body("one", "https://example.com/one")).id();

    Reply reply = wire.send("PATCH", wire.webhooks("/" + id), "{\"name\":\"two\"}");
    assertThat(reply.data().has("enabled")).isFalse();
    assertThat(reply.data().get("name").asText()).isEqualTo("two");
  }

  @Test
  void deliversWithASignature() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String url = start().inputReader(StandardCharsets.UTF_8).readLine();
      Wire.to(URI.create(url)).create(SandboxTest.body("one", receiver.url("/hooks")));
      Wire root = Wire.to(URI.create(url.replace("/client/v4", "")));
      String request =
          "{\"event\":\"meeting.ended\",\"account_id\":\"account\",\"app_id\":\"app\"}";

      Reply reply = root.send("POST", "/sandbox/deliveries", request);

      assertThat(reply.json().at("/attempts/0/status").asInt()).isEqualTo(204);
      assertThat(receiver.posts()).hasSize(1);
      assertThat(receiver.posts().get(0).header("Rtk-signature")).hasSize(344);
      assertThat(root.send("GET", "/.well-known/webhooks.json", null).text())
          .contains("-----BEGIN PUBLIC KEY-----");
    }
  }

  @Test
  void logsRequestsToStandardErrorIfVerbose() throws Exception {
    Process jar = start("--verbose");
    Wire wire = Wire.to(URI.create(jar.inputReader(StandardCharsets.UTF_8).readLine()));
    wire.list();

    assertThat(jar.errorReader(StandardCharsets.UTF_8).readLine())
        .contains(" GET /client/v4" + wire.webhooks("") + " 404 ");
  }

  @Test
  void servesThePage() throws Exception {
    String url = start().inputReader(StandardCharsets.UTF_8).readLine();
    Wire root = Wire.to(URI.create(url.replace("/client/v4", "")));

    assertThat(root.send("GET", "/", null).text()).contains("<title>RealtimeKit sandbox</title>");
  }

  @Test
  void warnsWhereOtherMachinesCanReachIt() throws Exception {
    Process jar = start("--host", "0.0.0.0");

    assertThat(jar.inputReader(StandardCharsets.UTF_8).readLine())
        .matches("http://0\\.0\\.0\\.0:[1-9]\\d*/client/v4");
    assertThat(jar.errorReader(StandardCharsets.UTF_8).readLine())
        .isEqualTo("Warning: other machines can reach this sandbox, at 0.0.0.0");
  }

  @Test
  void invalidOptionEndsItWithExitCode2AndTheUsage() throws Exception {
    Process jar = start("--prot", "1");

    assertThat(jar.waitFor()).isEqualTo(2);
    assertThat(text(jar.getErrorStream()))
        .startsWith("unknown option: --prot\nUsage: java -jar rtk-sandbox.jar");
    assertThat(text(jar.getInputStream())).isEmpty();
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}

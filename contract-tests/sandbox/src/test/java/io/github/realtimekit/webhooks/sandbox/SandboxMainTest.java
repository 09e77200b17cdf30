package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command line where it starts no sandbox; {@link SandboxJarIT} has the rest. */
class SandboxMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void invalidOptionIsExitCode2AndTheUsage() {
    assertThat(run("--prot", "1")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo("unknown option: --prot\n" + SandboxOptions.USAGE);
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void helpExplainsEachOption() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("Usage: java -jar rtk-sandbox.jar")
        .contains(
            "--host ADDRESS",
            "--port N",
            "--token T",
            "sandbox-token",
            "--partial-echo",
            "--deliver-anywhere",
            "--verbose",
            "--help");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void portThatIsTakenIsExitCode1() throws Exception {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertThat(run("--port", String.valueOf(socket.getLocalPort()))).isEqualTo(1);
      assertThat(err.toString(UTF_8))
          .startsWith("cannot listen on 127.0.0.1 port " + socket.getLocalPort() + ": ")
          .hasLineCount(1);
      assertThat(out.toString(UTF_8)).isEmpty();
    }
  }

  @Test
  void unknownHostIsExitCode1() {
    assertThat(run("--host", "no such host")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).startsWith("cannot listen on no such host port 0: ");
  }

  private int run(String... args) {
    return SandboxMain.run(
        List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}

package io.github.realtimekit.webhooks.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's jar in a process of its own. */
final class SandboxProcess implements AutoCloseable {
  private static final String JAR =
      Path.of("../contract-tests/target/rtk-sandbox.jar").toAbsolutePath().normalize().toString();

  private final Process process;
  private final String baseUrl;

  private SandboxProcess(Process process, String baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  static SandboxProcess start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Cli.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR,
                "--port",
                "0"));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String firstLine = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (firstLine == null) {
      throw new IOException("the sandbox did not start: " + command);
    }
    return new SandboxProcess(process, firstLine);
  }

  /** The command line, for an app that no other test uses. */
  Cli cli() {
    return Cli.to(baseUrl);
  }

  @Override
  public void close() {
    process.destroy();
  }
}

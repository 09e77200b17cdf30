package io.github.realtimekit.webhooks.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  private static final class Shared {
    static final SandboxProcess INSTANCE = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close));
    }
  }

  /** Returns the sandbox of all tests that need no options; each has an app of its own in it. */
  static SandboxProcess shared() {
    return Shared.INSTANCE;
  }

  static SandboxProcess start(String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR,
                "--port",
                "0"));
    command.addAll(List.of(options));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String firstLine = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (firstLine == null) {
        throw new IllegalStateException("the sandbox did not start: " + command);
      }
      return new SandboxProcess(process, firstLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a command line for an app that no other test uses. */
  Cli cli() {
    return Cli.to(baseUrl);
  }

  @Override
  public void close() {
    process.destroy();
  }
}

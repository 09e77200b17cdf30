package io.github.realtimekit.webhooks.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The sandbox's jar in a process of its own, which all tests share. */
final class SandboxProcess {
  private static final String JAR =
      Path.of("../contract-tests/target/rtk-sandbox.jar").toAbsolutePath().normalize().toString();
  private static final String BASE_URL = start();

  private SandboxProcess() {}

  private static String start() {
    List<String> command =
        List.of(
            ProcessRun.JAVA,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            JAR,
            "--port",
            "0",
            "--token",
            Cli.TOKEN,
            "--partial-echo");
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      String firstLine = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (firstLine == null) {
        throw new IllegalStateException("the sandbox did not start: " + command);
      }
      return firstLine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a command line for an app that no other test uses. */
  static Cli cli() {
    return Cli.to(BASE_URL);
  }
}

package io.github.realtimekit.webhooks.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs real processes, with nothing in their environment but what is given. */
record ProcessRun(Map<String, String> environment) {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  static final Path LAUNCHER = Path.of("rtk-webhooks").toAbsolutePath();
  static final Path JAR = Path.of("target/rtk-webhooks.jar").toAbsolutePath();

  /** Adds what a process needs beside the command line's own variables. */
  static ProcessRun of(Map<String, String> environment) {
    return new ProcessRun(environment)
        .with("PATH", System.getenv("PATH"))
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("TZ", "UTC");
  }

  ProcessRun with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new ProcessRun(Map.copyOf(changed));
  }

  Cli.Run launch(String... args) {
    return run(List.of(LAUNCHER.toString()), args);
  }

  Cli.Run sh(String script) {
    return run(List.of("sh", "-c", script));
  }

  Cli.Run run(List<String> program, String... args) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(args));
    try {
      // Files, since a pipe would need a thread to read it.
      Path out = Files.createTempFile("rtk-webhooks", ".out");
      Path err = Files.createTempFile("rtk-webhooks", ".err");
      Process process =
          builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try {
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        return new Cli.Run(command, exitCode, Files.readString(out), Files.readString(err));
      } finally {
        process.destroyForcibly();
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts a process whose streams are pipes. */
  Process start(String... command) throws IOException {
    return builder(List.of(command)).start();
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }
}

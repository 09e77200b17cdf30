package io.github.realtimekit.webhooks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
      Process process = start(command);
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      try (OutputStream in = process.getOutputStream()) {
        in.flush();
      }
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Cli.Run(command, process.waitFor(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static CompletableFuture<String> read(InputStream in) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}

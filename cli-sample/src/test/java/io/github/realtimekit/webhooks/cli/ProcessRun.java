package io.github.realtimekit.webhooks.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs real processes, with nothing in their environment but what is given. */
record ProcessRun(Map<String, String> environment, String input) {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  static final Path LAUNCHER = Path.of("rtk-webhooks").toAbsolutePath();

  /** The command line without its jar, which tests in the phase test are ahead of. */
  private static final List<String> PROGRAM =
      List.of(
          JAVA,
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-cp",
          System.getProperty("java.class.path"),
          RtkWebhooks.class.getName());

  static final Path JAR = Path.of("target/rtk-webhooks.jar").toAbsolutePath();

  /** Adds what a process needs beside the command line's own variables. */
  static ProcessRun of(Map<String, String> environment) {
    return new ProcessRun(environment, "")
        .with("PATH", System.getenv("PATH"))
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("TZ", "UTC");
  }

  ProcessRun with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new ProcessRun(Map.copyOf(changed), input);
  }

  /** Sets standard input. */
  ProcessRun input(String text) {
    return new ProcessRun(environment, text);
  }

  Cli.Run launch(String... args) {
    return run(List.of(LAUNCHER.toString()), args);
  }

  /** Runs a line of arguments with single spaces between them. */
  Cli.Run run(String line) {
    return run(PROGRAM, Cli.split(line).toArray(String[]::new));
  }

  Cli.Run sh(String script) {
    return run(List.of("sh", "-c", script));
  }

  Cli.Run run(List<String> program, String... args) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(args));
    try {
      // Files, since a pipe would need a thread to read it.
      Path in = Files.writeString(Files.createTempFile("rtk-webhooks", ".in"), input);
      Path out = Files.createTempFile("rtk-webhooks", ".out");
      Path err = Files.createTempFile("rtk-webhooks", ".err");
      Process process =
          builder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try {
        int exitCode = process.waitFor();
        return new Cli.Run(command, exitCode, Files.readString(out), Files.readString(err));
      } finally {
        process.destroyForcibly();
        Files.delete(in);
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

  /** Returns whether there is Linux's {@code script}, which runs a program on a terminal. */
  private static boolean hasTerminals() {
    return of(Map.of()).sh("script --version").out().contains("util-linux");
  }

  /**
   * Runs a line of arguments on a terminal.
   *
   * @param streams digits of the streams that are the terminal; others are files
   * @return with what was written to the terminal for each stream that is the terminal
   */
  Cli.Run onTerminal(String streams, int columns, String line) {
    assumeTrue(hasTerminals(), "needs Linux's script");
    try {
      Path folder = Files.createTempDirectory("rtk-webhooks");
      Path out = Files.createFile(folder.resolve("out"));
      Path err = Files.createFile(folder.resolve("err"));
      String quoted =
          Stream.concat(PROGRAM.stream(), Cli.split(line).stream())
              .map(arg -> "'" + arg + "'")
              .collect(Collectors.joining(" "));
      String command =
          "stty cols %d; exec %s%s%s%s"
              .formatted(
                  columns,
                  quoted,
                  streams.contains("0") ? "" : " </dev/null",
                  streams.contains("1") ? "" : " >'" + out + "'",
                  streams.contains("2") ? "" : " 2>'" + err + "'");
      Cli.Run run = run(List.of("script", "-qe", "-E", "never", "-c", command, "/dev/null"));
      String shown = run.out().replace("\r", "");
      Cli.Run each =
          new Cli.Run(
              Cli.split(line),
              run.exitCode(),
              streams.contains("1") ? shown : Files.readString(out),
              streams.contains("2") ? shown : Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      Files.delete(folder);
      return each;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a line of arguments, with pipes for streams. */
  Process startLine(String line) throws IOException {
    return builder(Stream.concat(PROGRAM.stream(), Cli.split(line).stream()).toList()).start();
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

package io.github.realtimekit.webhooks.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures all work by all clients, round by round with a fresh JVM each time, and writes the
 * table. Arguments: the file, and if need be the number of rounds and a word that the names of the
 * work must hold.
 */
final class Benchmarks {
  private final Map<Work, Map<String, Measured>> measured = new LinkedHashMap<>();
  private final String baseUrl;

  private Benchmarks(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public static void main(String[] args) throws IOException, RunnerException {
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    String word = args.length > 2 ? args[2] : "";
    List<Work> all = Work.ALL.stream().filter(work -> work.name().contains(word)).toList();
    Process server = server();
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      Benchmarks benchmarks = new Benchmarks(Objects.requireNonNull(out.readLine()));
      for (int round = 0; round < rounds; round++) {
        for (Work work : all) {
          for (String client : work.clients()) {
            benchmarks.measure(work, client);
          }
        }
      }
      String table = Table.of(benchmarks.measured, rounds);
      Files.writeString(Path.of(args[0]), table);
      System.out.println(table);
    } finally {
      server.destroy();
    }
  }

  private static Process server() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LoopbackServer.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void measure(Work work, String client) throws RunnerException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(work.benchmark().getName() + "\\." + work.method() + "$")
                    .param("client", client)
                    .param("webhooks", Integer.toString(work.webhooks()))
                    .threads(work.threads())
                    .forks(1)
                    .warmupIterations(work.warmup())
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(1))
                    .jvmArgsAppend(
                        "-Xms1g", "-Xmx1g", "-D" + LoopbackServer.BASE_URL + "=" + baseUrl)
                    .addProfiler(GCProfiler.class)
                    .addProfiler(ProcessorTime.class)
                    .build())
            .runSingle();
    measured
        .computeIfAbsent(work, key -> new LinkedHashMap<>())
        .computeIfAbsent(client, key -> new Measured())
        .add(secondary(result, ProcessorTime.LABEL), secondary(result, "gc.alloc.rate.norm"));
  }

  private static double secondary(RunResult result, String label) {
    return result.getSecondaryResults().get(label).getScore();
  }
}

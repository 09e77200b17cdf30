package io.github.realtimekit.webhooks.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of work that several clients do: ours first.
 *
 * @param warmup seconds until the JIT compiler has done what it can
 * @param bare what does no more than is unavoidable, if there is such a thing
 */
record Work(
    String name,
    Class<?> benchmark,
    String method,
    int webhooks,
    int threads,
    int warmup,
    Optional<String> bare) {
  private static final int LARGEST = 10_000;

  static final List<Work> ALL =
      List.of(
          decode(1),
          decode(25),
          decode(1000),
          decode(LARGEST),
          codec("encode", 1, Optional.empty()),
          call(1, 1),
          call(25, 8),
          receive(1),
          receive(8),
          new Work("once", ClaimsBenchmark.class, "once", 1, 1, 15, Optional.of("STATEMENTS")));

  private static Work decode(int webhooks) {
    return codec("decode", webhooks, Optional.of("SKIP"));
  }

  private static Work codec(String method, int webhooks, Optional<String> bare) {
    return new Work(method + " " + webhooks, CodecBenchmark.class, method, webhooks, 1, 5, bare);
  }

  private static Work call(int webhooks, int threads) {
    String name = "call %d, threads: %d".formatted(webhooks, threads);
    return new Work(
        name, CallBenchmark.class, "list", webhooks, threads, 20, Optional.of("OKHTTP"));
  }

  private static Work receive(int threads) {
    String name = "receive, threads: " + threads;
    return new Work(
        name, ReceiveBenchmark.class, "receive", 1, threads, 10, Optional.of("SIGNATURE"));
  }

  /** The largest list only shows whether ours stays as fast as it is; the peers do not receive. */
  List<String> clients() {
    boolean peered =
        webhooks != LARGEST
            && (benchmark == CodecBenchmark.class || benchmark == CallBenchmark.class);
    Stream<String> peers = peered ? Stream.of("GSON", "JACKSON") : Stream.of();
    return Stream.of(Stream.of("OURS"), peers, bare.stream()).flatMap(each -> each).toList();
  }
}

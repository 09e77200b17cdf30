package io.github.realtimekit.webhooks.bench;

import java.util.List;

/**
 * A piece of work that several clients do: ours first.
 *
 * @param bare what does no more than is unavoidable, if there is such a thing
 */
record Work(
    String name, Class<?> benchmark, String method, int webhooks, int threads, String bare) {
  static final List<Work> ALL =
      List.of(
          codec("decode", 1),
          codec("decode", 25),
          codec("decode", 1000),
          codec("decode", 10_000),
          codec("encode", 1),
          codec("encode", 25),
          codec("encode", 1000),
          call(1, 1),
          call(25, 8));

  private static Work codec(String method, int webhooks) {
    String bare = method.equals("decode") ? "SKIP" : "";
    return new Work(method + " " + webhooks, CodecBenchmark.class, method, webhooks, 1, bare);
  }

  private static Work call(int webhooks, int threads) {
    String name = "call %d, threads: %d".formatted(webhooks, threads);
    return new Work(name, CallBenchmark.class, "list", webhooks, threads, "OKHTTP");
  }

  List<String> clients() {
    List<String> all = List.of("OURS", "GSON", "JACKSON");
    return bare.isEmpty() ? all : List.of("OURS", "GSON", "JACKSON", bare);
  }
}

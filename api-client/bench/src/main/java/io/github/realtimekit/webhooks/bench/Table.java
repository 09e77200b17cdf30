package io.github.realtimekit.webhooks.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measurements as Markdown. */
final class Table {
  private static final List<String> PEERS = List.of("GSON", "JACKSON");

  private Table() {}

  static String of(Map<Work, Map<String, Measured>> measured, int rounds) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%s, %s %s, %d cores, medians of %d rounds%n%n"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                rounds));
    table.append(
        """
        | webhooks | | this client | retrofit2 + gson | native + jackson | bare | ÷ retrofit2 + gson | ÷ native + jackson | ÷ bare |
        |---|---|--:|--:|--:|--:|--:|--:|--:|
        """);
    measured.forEach(
        (work, clients) -> {
          table.append(row(work, clients, work.name(), "µs", Measured::micros, Measured::times));
          table.append(row(work, clients, "", "bytes", Measured::size, Measured::byteTimes));
        });
    table.append(
        """

        Processor time of the whole process for each operation. Bare is, for decode, Moshi's reader walking over the tokens; for
        call, OkHttp reading the bytes; for receive, the JDK verifying the RSA signature; for once, an insert and an update, without PostgreSQL's own time.
        In brackets: the lowest and the highest round.

        | decode | µs for each webhook | bytes for each webhook |
        |---|--:|--:|
        """);
    measured.forEach(
        (work, clients) -> {
          if (work.method().equals("decode")) {
            Measured ours = Objects.requireNonNull(clients.get("OURS"));
            table.append(
                "| %d | %.2f | %.0f |%n"
                    .formatted(
                        work.webhooks(),
                        ours.medianMicros() / work.webhooks(),
                        ours.medianBytes() / work.webhooks()));
          }
        });
    return table.toString();
  }

  private interface Ratio {
    String of(Measured ours, Measured other);
  }

  private static String row(
      Work work,
      Map<String, Measured> clients,
      String name,
      String unit,
      Function<Measured, String> value,
      Ratio ratio) {
    Measured ours = Objects.requireNonNull(clients.get("OURS"));
    List<String> others =
        Stream.concat(PEERS.stream(), Stream.of(work.bare().orElse("none"))).toList();
    Stream<String> values =
        Stream.concat(Stream.of("OURS"), others.stream())
            .map(client -> Optional.ofNullable(clients.get(client)).map(value).orElse(""));
    Stream<String> ratios =
        others.stream()
            .map(
                client ->
                    Optional.ofNullable(clients.get(client))
                        .map(other -> ratio.of(ours, other))
                        .orElse(""));
    return Stream.of(Stream.of(name, unit), values, ratios)
        .flatMap(cells -> cells)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}

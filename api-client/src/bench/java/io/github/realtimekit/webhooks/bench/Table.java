package io.github.realtimekit.webhooks.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The measurements as Markdown. */
final class Table {
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
        | webhooks | | this client | retrofit2 + gson | native + jackson | bare | by retrofit2 + gson | by native + jackson | by bare |
        |---|---|--:|--:|--:|--:|--:|--:|--:|
        """);
    measured.forEach(
        (work, clients) -> {
          table.append(micros(work, clients));
          table.append(bytes(clients));
        });
    table.append(
        """

        Bare is, for decode, Moshi's reader that walks over the tokens; for call, OkHttp that reads the bytes. The time of a
        call is the processor time of the client's process. In brackets: the lowest and the highest round.
        """);
    return table.toString();
  }

  private static String micros(Work work, Map<String, Measured> clients) {
    Measured ours = clients.get("OURS");
    StringBuilder row = new StringBuilder("| " + work.name() + " | µs |");
    clients.values().forEach(m -> row.append(" %.2f |".formatted(m.medianMicros())));
    row.append(clients.size() == 4 ? "" : " |");
    clients.values().stream().skip(1).forEach(m -> row.append(" " + ours.times(m) + " |"));
    return row + (clients.size() == 4 ? "" : " |") + "\n";
  }

  private static String bytes(Map<String, Measured> clients) {
    Measured ours = clients.get("OURS");
    StringBuilder row = new StringBuilder("| | bytes |");
    clients.values().forEach(m -> row.append(" %,.0f |".formatted(m.medianBytes())));
    row.append(clients.size() == 4 ? "" : " |");
    clients.values().stream().skip(1).forEach(m -> row.append(" " + ours.byteTimes(m) + " |"));
    return row + (clients.size() == 4 ? "" : " |") + "\n";
  }
}

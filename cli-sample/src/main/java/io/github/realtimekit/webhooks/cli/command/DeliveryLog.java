package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.option.InputFile;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints one line for each delivery, and stores it in a file of its own.
 *
 * @param json whether to print a JSON object with headers and body
 * @param folder for the files; null to store none
 */
record DeliveryLog(PrintWriter out, PrintWriter err, boolean json, @Nullable Path folder) {
  private static final String INDENT = "  ";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /**
   * Logs a delivery whose signature is right.
   *
   * @param forwarded null if it was not forwarded
   */
  void verified(StoredDelivery stored, Delivery delivery, Forwarder.@Nullable Result forwarded) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("verdict", "verified");
    line.put("type", delivery.event().type().value());
    line.put("meeting", meeting(stored.body().utf8()));
    line.put("id", delivery.id());
    line.put("webhook_id", delivery.webhookId());
    EventReading reading = EventReading.of(delivery.event());
    line.put("unknown_event", reading.unknown());
    line.put("unreadable_fields", reading.unreadableFields());
    if (forwarded != null) {
      line.put("forwarded_status", forwarded.failure() == null ? forwarded.status() : null);
      line.put("forwarded_millis", forwarded.millis());
      line.put("forwarded_failure", forwarded.failure());
    }
    Stream<String> remarks =
        Stream.of(reading.toString(), forwarded == null ? "" : "forwarded: " + forwarded);
    log(stored, line, remarks.filter(each -> !each.isEmpty()).collect(Collectors.joining("; ")));
  }

  /** Logs a delivery and shows nothing of its body in the line, since anyone can send one. */
  void refused(StoredDelivery stored, DeliveryException reason) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("verdict", "refused");
    line.put("status", reason.httpStatus());
    line.put("reason", reason.reason().name().toLowerCase(Locale.ROOT));
    @Nullable String id = stored.header("rtk-uuid");
    line.put("id", id);
    String why = "%d: %s".formatted(reason.httpStatus(), reason.getMessage());
    log(stored, line, id == null ? why : why + ", delivery " + id);
  }

  /** Returns whether lines can no longer be printed, since the reader of a pipe is gone. */
  boolean isBroken() {
    return out.checkError();
  }

  private synchronized void log(
      StoredDelivery stored, Map<String, @Nullable Object> line, String suffix) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    whole.put("time", now.toString());
    whole.putAll(line);
    stored.addTo(whole);
    if (folder != null) {
      String name = (now + "-" + text(line.get("id"))).replaceAll("[^A-Za-z0-9.-]", "_");
      store(folder, name, Json.indented(whole) + "\n");
    }
    if (json) {
      out.println(Json.oneLine(whole));
    } else {
      print(TIME.format(now.atZone(Terminal.zone())), line, suffix);
    }
    out.flush();
  }

  /** A delivery that cannot be stored is handled all the same: it may be forwarded already. */
  private void store(Path folder, String name, String text) {
    try {
      Path file = Files.createTempFile(folder, name + "-", ".json");
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        Files.delete(file);
        throw e;
      }
    } catch (IOException e) {
      err.println("Cannot store the delivery: " + InputFile.reason(e));
    }
  }

  /** Prints one line, or more where the terminal is too narrow for its words. */
  private void print(String time, Map<String, @Nullable Object> line, String suffix) {
    List<String> words = new ArrayList<>();
    words.add(time + " ");
    words.add("%-8s ".formatted(line.get("verdict")));
    if (line.containsKey("type")) {
      words.add("%-26s ".formatted(text(line.get("type"))));
      words.add("%-36s ".formatted(text(line.get("meeting"))));
      words.add(text(line.get("id")) + " ");
    }
    words.addAll(List.of(suffix.split(" (?!ms\\b)"))); // A number stays with its unit.
    String indent = "";
    for (String each : TerminalText.wrap(words, Terminal.columns() - INDENT.length())) {
      out.println(indent + TerminalText.printable(each).stripTrailing());
      indent = INDENT;
    }
  }

  private static @Nullable Object meeting(String body) {
    if (!(Json.valueOrText(body) instanceof Map<?, ?> event)) {
      return null;
    }
    return event.get("meeting") instanceof Map<?, ?> meeting
        ? meeting.get("id")
        : event.get("meetingId");
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}

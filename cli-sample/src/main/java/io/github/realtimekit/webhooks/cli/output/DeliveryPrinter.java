package io.github.realtimekit.webhooks.cli.output;

import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints one line for each delivery. Thread-safe.
 *
 * @param json whether to print a JSON object with the whole event
 */
public record DeliveryPrinter(Console console, boolean json) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /**
   * Prints a verified delivery.
   *
   * @param forwarded status of the response it was forwarded to; null if it was not
   */
  public void verified(Delivery delivery, @Nullable Integer forwarded) {
    String body = new String(delivery.body(), StandardCharsets.UTF_8);
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("verdict", "verified");
    line.put("type", delivery.event().type().value());
    line.put("meeting", meeting(body));
    line.put("id", delivery.id());
    line.put("webhook_id", delivery.webhookId());
    if (forwarded != null) {
      line.put("forwarded_status", forwarded);
    }
    print(line, body, forwarded == null ? "" : "  forwarded: " + forwarded);
  }

  /** Prints a delivery that was not accepted; its body is not shown, since anyone can send one. */
  public void refused(@Nullable String id, DeliveryException reason) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("verdict", "refused");
    line.put("type", null);
    line.put("meeting", null);
    line.put("id", id);
    line.put("status", reason.httpStatus());
    line.put("reason", reason.reason().name().toLowerCase(Locale.ROOT));
    print(line, null, "  %d: %s".formatted(reason.httpStatus(), reason.getMessage()));
  }

  private synchronized void print(
      Map<String, @Nullable Object> line, @Nullable String body, String suffix) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    if (json) {
      Map<String, @Nullable Object> timed = new LinkedHashMap<>();
      timed.put("time", now.toString());
      timed.putAll(line);
      String fields = Json.oneLine(timed);
      console.out().println(body == null ? fields : withEvent(fields, body));
    } else {
      console
          .out()
          .println(
              TerminalText.printable(
                  "%s  %-8s  %-26s  %s  %s%s"
                      .formatted(
                          TIME.format(now.atZone(console.zone())),
                          line.get("verdict"),
                          text(line.get("type")),
                          text(line.get("meeting")),
                          text(line.get("id")),
                          suffix)));
    }
    console.out().flush();
  }

  /** Adds the body as it is written, so that no number or unknown field changes. */
  private static String withEvent(String fields, String body) {
    String event = isObject(body) ? Json.escapeControls(Json.compact(body)) : Json.oneLine(body);
    return fields.substring(0, fields.length() - 1) + ",\"event\":" + event + "}";
  }

  private static boolean isObject(String body) {
    return Json.valueOrText(body) instanceof Map;
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

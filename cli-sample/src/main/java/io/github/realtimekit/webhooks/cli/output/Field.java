package io.github.realtimekit.webhooks.cli.output;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.MissingFieldException;
import io.github.realtimekit.webhooks.Webhook;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields of a webhook, named as in JSON, in the order in which people look for them. */
public enum Field {
  id(Webhook::id),
  name(Webhook::name),
  enabled(Webhook::enabled),
  events(Webhook::events),
  url(Webhook::url),
  created_at(Webhook::createdAt),
  updated_at(Webhook::updatedAt);

  private static final String MISSING = "-";

  @SuppressWarnings("ImmutableEnumChecker") // Method references hold no state.
  private final Function<Webhook, Object> accessor;

  Field(Function<Webhook, Object> accessor) {
    this.accessor = accessor;
  }

  /** Returns the field as people read it; a dash if the response left it out. */
  public String text(Webhook webhook) {
    try {
      return text(accessor.apply(webhook));
    } catch (MissingFieldException e) {
      return text(Json.fields(webhook).get(name()));
    }
  }

  /** Returns a form for a row of a table: one word for all events, and a URL without its scheme. */
  public String brief(Webhook webhook) {
    String text = text(webhook);
    return switch (this) {
      case events -> isAll(List.of(text.split(", "))) ? "all" : text;
      case url -> text.replaceFirst("^https://", "");
      default -> text;
    };
  }

  /** Returns whether these are all known event types, or more. */
  public static boolean isAll(List<?> events) {
    return EventType.known().stream().map(EventType::value).allMatch(events::contains);
  }

  /** Returns a value of any field, or of a request, as people read it. */
  public static String text(@Nullable Object value) {
    if (value == null) {
      return MISSING;
    }
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Instant instant) {
      OffsetDateTime time =
          instant.truncatedTo(ChronoUnit.SECONDS).atZone(Terminal.zone()).toOffsetDateTime();
      boolean utc = time.getOffset().equals(ZoneOffset.UTC);
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time).replace('T', ' ')
          + (utc ? " UTC" : " " + time.getOffset());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Field::text).collect(Collectors.joining(", "));
    }
    return TerminalText.printable(value.toString());
  }

  /** Returns the name as a heading shows it. */
  public String heading() {
    return name().replace("_at", "");
  }
}

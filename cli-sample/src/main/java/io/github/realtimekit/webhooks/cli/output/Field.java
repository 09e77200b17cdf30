package io.github.realtimekit.webhooks.cli.output;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Fields of a webhook, in the order in which people look for them. */
public enum Field {
  ID,
  NAME,
  ENABLED,
  EVENTS,
  URL,
  CREATED_AT,
  UPDATED_AT;

  static final List<Field> ALL = List.of(values());
  static final List<Field> IN_LIST = List.of(ID, NAME, ENABLED, EVENTS, URL);

  private static final String MISSING = "-";

  /** Returns the field as people read it; a dash if the response left it out. */
  public String text(Webhook webhook, ZoneId zone) {
    return isMissing(webhook) ? MISSING : text(value(webhook), zone);
  }

  /** Returns a shorter form for a row of a table: one word for the list of all events. */
  String brief(Webhook webhook, ZoneId zone) {
    boolean all =
        this == EVENTS && !isMissing(webhook) && webhook.events().containsAll(EventType.known());
    return all ? "all" : text(webhook, zone);
  }

  /** Returns a value of any field as people read it. */
  public static String text(Object value, ZoneId zone) {
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Instant instant) {
      OffsetDateTime time = instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
      boolean utc = time.getOffset().equals(ZoneOffset.UTC);
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time).replace('T', ' ')
          + (utc ? " UTC" : " " + time.getOffset());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> text(each, zone)).collect(Collectors.joining(", "));
    }
    return TerminalText.printable(value.toString());
  }

  /** Returns whether a table may shorten the field; an id is of use only as a whole. */
  boolean isShortened() {
    return this == NAME || this == EVENTS || this == URL;
  }

  String heading() {
    return toString().replace("_at", "");
  }

  private Object value(Webhook webhook) {
    return switch (this) {
      case ID -> webhook.id();
      case NAME -> webhook.name();
      case ENABLED -> webhook.enabled();
      case EVENTS -> webhook.events();
      case URL -> webhook.url();
      case CREATED_AT -> webhook.createdAt();
      case UPDATED_AT -> webhook.updatedAt();
    };
  }

  private boolean isMissing(Webhook webhook) {
    return webhook.missingFields().contains(toString());
  }

  /** Returns the name of the field in JSON. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

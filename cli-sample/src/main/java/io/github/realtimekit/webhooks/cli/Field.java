package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.Webhook;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** The fields of a webhook, those that people look at first coming first. */
enum Field {
  ID,
  NAME,
  ENABLED,
  EVENTS,
  URL,
  CREATED_AT,
  UPDATED_AT;

  static final List<Field> ALL = List.of(values());
  static final List<Field> OF_A_LIST = List.of(ID, NAME, ENABLED, EVENTS, URL);

  /** Reads the name of a field. */
  static final class Name implements ITypeConverter<Field> {
    @Override
    public Field convert(String typed) {
      return Nearest.parse(typed, ALL);
    }
  }

  /** As people read it; a dash for what the API's answer left out. */
  String text(Webhook webhook, boolean utc) {
    return webhook.missingFields().contains(toString()) ? "-" : Text.of(value(webhook), utc);
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

  /** Its name in JSON. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

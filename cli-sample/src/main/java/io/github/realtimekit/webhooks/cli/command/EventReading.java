package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.UnknownEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an event cannot be read, though its signature is valid.
 *
 * @param unknown why the event has no class of its own; null if it has one
 * @param unreadableFields JSON names, in alphabetical order
 */
record EventReading(@Nullable String unknown, List<String> unreadableFields) {
  static EventReading of(Event event) {
    return new EventReading(
        event instanceof UnknownEvent other ? other.reason() : null,
        event.unreadableFields().stream().sorted().toList());
  }

  /** Returns the words for a line; empty if everything can be read. */
  @Override
  public String toString() {
    if (unknown != null) {
      return "unknown event: " + unknown;
    }
    return unreadableFields.isEmpty()
        ? ""
        : "unreadable fields: " + String.join(", ", unreadableFields);
  }
}

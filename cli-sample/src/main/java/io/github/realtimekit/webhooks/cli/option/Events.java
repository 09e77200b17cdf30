package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.EventType;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Names of events, as the option {@code --event} and files have them. */
public final class Events implements Iterable<String> {
  private static final String ALL = "all";

  /** Returns the values of {@code --event}, for help and completion. */
  @Override
  public Iterator<String> iterator() {
    return Stream.concat(Stream.of(ALL), EventType.known().stream().map(EventType::value))
        .iterator();
  }

  /**
   * Returns the events in the order given, without repetitions.
   *
   * @param lists each one event, several with commas between them, or {@code all}
   * @throws IllegalArgumentException if one is empty, or is not known and that is not allowed
   */
  public static List<EventType> parse(List<String> lists, boolean allowUnknown) {
    Set<EventType> parsed = new LinkedHashSet<>();
    for (String list : lists) {
      for (String name : list.split(",", -1)) {
        if (name.equals(ALL)) {
          parsed.addAll(EventType.known());
        } else {
          parsed.add(parseOne(name, allowUnknown));
        }
      }
    }
    return List.copyOf(parsed);
  }

  private static EventType parseOne(String name, boolean allowUnknown) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("An event is missing before or after a comma");
    }
    for (EventType known : EventType.known()) {
      if (known.value().equalsIgnoreCase(name)) {
        return known;
      }
    }
    if (!allowUnknown) {
      throw new IllegalArgumentException(
          "Unknown event '%s'\nAllowed: %s; others with --allow-unknown-event"
              .formatted(name, String.join(", ", new Events())));
    }
    return EventType.of(name);
  }
}

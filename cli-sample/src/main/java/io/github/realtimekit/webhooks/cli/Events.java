package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.EventType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The values of {@code --event}: the events that the client knows, and a word for all of them. */
final class Events implements Iterable<String> {
  static final String ALL = "all";

  /** For help and completion. */
  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  /**
   * The events without repetitions, in the order given.
   *
   * @throws UsageException if there is one that is not known, and none such is allowed
   */
  static List<EventType> parse(List<String> given, boolean allowUnknown) {
    Set<EventType> events = new LinkedHashSet<>();
    for (String text : given) {
      EventType event = EventType.of(text);
      if (text.equals(ALL)) {
        events.addAll(EventType.known());
      } else if (event.isKnown() || (allowUnknown && !text.isBlank())) {
        events.add(event);
      } else {
        throw new UsageException(
            "Unknown event '%s'.%s\nAllowed: %s"
                .formatted(text, Nearest.question(text, names()), String.join(", ", names())));
      }
    }
    return List.copyOf(events);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of(ALL));
    EventType.known().forEach(event -> names.add(event.value()));
    return names;
  }
}

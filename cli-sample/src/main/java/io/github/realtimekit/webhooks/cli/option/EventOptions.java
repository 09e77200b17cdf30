package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.EventType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Conversion and values that the options {@code --event} share. */
public final class EventOptions {
  static final String DESCRIPTION =
      "Event to send; can be repeated, or hold several with commas. See Events.";
  private static final String ALL = "all";

  /** Values of the option, for help and completion. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Stream.of(ALL), EventType.known().stream().map(EventType::value))
          .iterator();
    }
  }

  @Option(
      names = "--allow-unknown-event",
      description = "Accept an event that this version does not know.")
  private boolean allowUnknown;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Returns the events in the order given, without repetitions.
   *
   * @param lists each one event, several with commas between them, or {@code all}
   * @throws ParameterException if one is empty, or not known and not allowed
   */
  public List<EventType> parse(List<String> lists) {
    Set<EventType> parsed = new LinkedHashSet<>();
    for (String list : lists) {
      for (String name : list.split(",", -1)) {
        if (name.equals(ALL)) {
          parsed.addAll(EventType.known());
        } else {
          parsed.add(parseOne(name));
        }
      }
    }
    return List.copyOf(parsed);
  }

  private EventType parseOne(String name) {
    if (name.isBlank()) {
      throw new ParameterException(
          command.commandLine(), "An event is missing before or after a comma of --event");
    }
    for (EventType known : EventType.known()) {
      if (known.value().equalsIgnoreCase(name)) {
        return known;
      }
    }
    if (!allowUnknown) {
      List<String> names = new ArrayList<>();
      new Names().forEach(names::add);
      throw new ParameterException(
          command.commandLine(),
          "Unknown event '%s'\nAllowed: %s; others with --allow-unknown-event"
              .formatted(name, String.join(", ", names)));
    }
    return EventType.of(name);
  }
}

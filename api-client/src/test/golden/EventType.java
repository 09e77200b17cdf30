package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a thing.
 *
 * <p>An open set: a value that this version does not know is kept as it is. Immutable.
 */
public final class EventType {
  /** {@code "thing.made"}. */
  public static final EventType THING_MADE = new EventType("thing.made");

  /** {@code "thing.lost"}. */
  public static final EventType THING_LOST = new EventType("thing.lost");

  private static final List<EventType> KNOWN =
      List.of(
          THING_MADE,
          THING_LOST);

  static final JsonAdapter<EventType> ADAPTER = new Adapter();

  private final String value;

  private EventType(String value) {
    this.value = value;
  }

  /**
   * The constant for a known value, else an object that carries the value unchanged.
   *
   * @throws NullPointerException if the value is null
   */
  public static EventType of(String value) {
    for (EventType known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new EventType(Objects.requireNonNull(value, "value"));
  }

  /** The values that this version knows, in the order of the specification. */
  public static List<EventType> known() {
    return KNOWN;
  }

  /** Whether this version knows the value. */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** The value as it is in JSON. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventType that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The value as it is in JSON. */
  @Override
  public String toString() {
    return value;
  }

  private static final class Adapter extends JsonAdapter<EventType> {
    private static final JsonReader.Options VALUES =
        JsonReader.Options.of(KNOWN.stream().map(EventType::value).toArray(String[]::new));

    @Override
    public EventType fromJson(JsonReader reader) throws IOException {
      int known = reader.selectString(VALUES);
      return known >= 0 ? KNOWN.get(known) : new EventType(Scalars.STRING.fromJson(reader));
    }

    @Override
    public void toJson(JsonWriter writer, EventType value) throws IOException {
      writer.value(value.value);
    }
  }
}


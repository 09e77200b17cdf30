// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.realtimekit.webhooks.internal.JsonAdapters;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Type of an event.
 *
 * <p>An open set: a value that is unknown to this version is kept as it is. Immutable and
 * thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class EventType {
  /** {@code "thing.made"}. */
  public static final EventType THING_MADE = new EventType("thing.made");

  /** {@code "thing.lost"}. */
  public static final EventType THING_LOST = new EventType("thing.lost");

  private static final List<EventType> KNOWN = List.of(THING_MADE, THING_LOST);

  static final JsonAdapter<EventType> ADAPTER = new Adapter();

  private final String value;

  private EventType(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a known value, or another object for an unknown one.
   *
   * @throws NullPointerException if the value is null
   */
  @JsonCreator
  public static EventType of(String value) {
    for (EventType known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new EventType(Objects.requireNonNull(value, "value"));
  }

  /** Returns the values of this version of the specification, in its order. */
  public static List<EventType> known() {
    return KNOWN;
  }

  /** Returns whether the value is one of {@link #known()}. */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Returns the value as it is in JSON. */
  @JsonValue
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

  /** Returns the value as it is in JSON. */
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
      return known >= 0 ? KNOWN.get(known) : new EventType(JsonAdapters.TEXT.fromJson(reader));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable EventType value) throws IOException {
      writer.value(Objects.requireNonNull(value).value);
    }
  }
}

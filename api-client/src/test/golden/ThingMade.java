package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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
 * A thing was made.
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingMade extends Event implements Model {
  static final JsonAdapter<ThingMade> ADAPTER = new Adapter();

  private final @Nullable EventType type;
  private final @Nullable Thing thing;
  private final @Nullable Long weight;
  private final Map<String, String> unreadable;

  private ThingMade(Builder builder) {
    this.type = builder.type;
    this.thing = builder.thing;
    this.weight = builder.weight;
    this.unreadable = Map.copyOf(builder.unreadable);
  }

  /** Returns a builder without fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = type;
    builder.thing = thing;
    builder.weight = weight;
    builder.unreadable.putAll(unreadable);
    return builder;
  }

  /**
   * Type of the event.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public EventType type() {
    return MissingFieldException.check(type, "ThingMade", "event", unreadable);
  }

  /**
   * Returns the field {@code thing}. Null if it is missing.
   */
  public @Nullable Thing thing() {
    return thing;
  }

  /**
   * Its weight in grams. Null if it is missing.
   */
  public @Nullable Long weight() {
    return weight;
  }

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  @Override
  public Set<String> missingFields() {
    Set<String> missing = new LinkedHashSet<>();
    if (type == null) {
      missing.add("event");
    }
    return Collections.unmodifiableSet(missing);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThingMade that
        && Objects.equals(type, that.type)
        && Objects.equals(thing, that.thing)
        && Objects.equals(weight, that.weight);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, thing, weight);
  }

  @Override
  public String toString() {
    return "ThingMade["
        + "event=" + type
        + ", thing=" + thing
        + ", weight=" + weight
        + "]";
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  void write(JsonWriter writer) throws IOException {
    ADAPTER.toJson(writer, this);
  }

  @JsonCreator
  static ThingMade fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link ThingMade}. Not thread-safe. */
  public static final class Builder {
    private @Nullable EventType type;
    private @Nullable Thing thing;
    private @Nullable Long weight;
    private final Map<String, String> unreadable = new HashMap<>(0);

    private Builder() {}

    /**
     * Type of the event.
     */
    public Builder type(EventType type) {
      this.type = Objects.requireNonNull(type, "type");
      return this;
    }

    /**
     * Sets {@link ThingMade#thing()}.
     */
    public Builder thing(Thing thing) {
      this.thing = Objects.requireNonNull(thing, "thing");
      return this;
    }

    /**
     * Its weight in grams.
     */
    public Builder weight(Long weight) {
      this.weight = Objects.requireNonNull(weight, "weight");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public ThingMade build() {
      ThingMade built = new ThingMade(this);
      if (!built.missingFields().isEmpty()) {
        throw new IllegalStateException("ThingMade needs " + String.join(", ", built.missingFields()));
      }
      return built;
    }
  }

  private static final class Adapter extends JsonAdapter<ThingMade> {
    private static final JsonReader.Options NAMES =
        JsonReader.Options.of("event", "thing", "weight");

    @Override
    public ThingMade fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      reader.beginObject();
      while (reader.hasNext()) {
        int name = reader.selectName(NAMES);
        if (name < 0) {
          reader.skipName();
          reader.skipValue();
        } else if (reader.peek() == JsonReader.Token.NULL) {
          reader.skipValue();
        } else {
          switch (name + 1) {
            case 1 -> builder.type = Scalars.readOrKeep(reader, EventType.ADAPTER, "event", builder.unreadable);
            case 2 -> builder.thing = Thing.ADAPTER.fromJson(reader);
            case 3 -> builder.weight = Scalars.DIGITS_LONG.fromJson(reader);
            default -> throw new AssertionError(name);
          }
        }
      }
      reader.endObject();
      return new ThingMade(builder);
    }

    @Override
    public void toJson(JsonWriter writer, ThingMade value) throws IOException {
      writer.beginObject();
      if (value.type != null) {
        writer.name("event");
        EventType.ADAPTER.toJson(writer, value.type);
      }
      if (value.thing != null) {
        writer.name("thing");
        Thing.ADAPTER.toJson(writer, value.thing);
      }
      if (value.weight != null) {
        writer.name("weight");
        Scalars.DIGITS_LONG.toJson(writer, value.weight);
      }
      writer.endObject();
    }
  }
}


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
 * A thing was lost.
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingLost extends Event implements Model {
  static final JsonAdapter<ThingLost> ADAPTER = new Adapter();

  private final @Nullable EventType type;
  private final @Nullable Owner finder;
  private final @Nullable String password;
  private final Map<String, String> unreadable;

  private ThingLost(Builder builder) {
    this.type = builder.type;
    this.finder = builder.finder;
    this.password = builder.password;
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
    builder.finder = finder;
    builder.password = password;
    builder.unreadable.putAll(unreadable);
    return builder;
  }

  /**
   * Type of the event.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public EventType type() {
    return MissingFieldException.check(type, "ThingLost", "event", unreadable);
  }

  /**
   * Returns the field {@code finder}. Null if it is missing.
   */
  public @Nullable Owner finder() {
    return finder;
  }

  /**
   * Word by which the owner is known. Null if it is missing.
   */
  public @Nullable String password() {
    return password;
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
    return other instanceof ThingLost that
        && Objects.equals(type, that.type)
        && Objects.equals(finder, that.finder)
        && Objects.equals(password, that.password);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, finder, password);
  }

  @Override
  public String toString() {
    return "ThingLost["
        + "event=" + type
        + ", finder=" + finder
        + ", password=" + (password == null ? null : "[hidden]")
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
  static ThingLost fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link ThingLost}. Not thread-safe. */
  public static final class Builder {
    private @Nullable EventType type;
    private @Nullable Owner finder;
    private @Nullable String password;
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
     * Sets {@link ThingLost#finder()}.
     */
    public Builder finder(Owner finder) {
      this.finder = Objects.requireNonNull(finder, "finder");
      return this;
    }

    /**
     * Word by which the owner is known.
     */
    public Builder password(String password) {
      this.password = Objects.requireNonNull(password, "password");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public ThingLost build() {
      ThingLost built = new ThingLost(this);
      if (!built.missingFields().isEmpty()) {
        throw new IllegalStateException("ThingLost needs " + String.join(", ", built.missingFields()));
      }
      return built;
    }
  }

  private static final class Adapter extends JsonAdapter<ThingLost> {
    private static final JsonReader.Options NAMES =
        JsonReader.Options.of("event", "finder", "password");

    @Override
    public ThingLost fromJson(JsonReader reader) throws IOException {
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
            case 2 -> builder.finder = Owner.ADAPTER.fromJson(reader);
            case 3 -> builder.password = Scalars.STRING.fromJson(reader);
            default -> throw new AssertionError(name);
          }
        }
      }
      reader.endObject();
      return new ThingLost(builder);
    }

    @Override
    public void toJson(JsonWriter writer, ThingLost value) throws IOException {
      writer.beginObject();
      if (value.type != null) {
        writer.name("event");
        EventType.ADAPTER.toJson(writer, value.type);
      }
      if (value.finder != null) {
        writer.name("finder");
        Owner.ADAPTER.toJson(writer, value.finder);
      }
      if (value.password != null) {
        writer.name("password");
        Scalars.STRING.toJson(writer, value.password);
      }
      writer.endObject();
    }
  }
}


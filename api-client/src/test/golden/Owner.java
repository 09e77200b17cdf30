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
 * Who has a thing.
 *
 * <p>Immutable and thread-safe.
 */
public final class Owner implements Model {
  static final JsonAdapter<Owner> ADAPTER = new Adapter();

  private final @Nullable String name;
  private final Map<String, String> unreadable;

  private Owner(Builder builder) {
    this.name = builder.name;
    this.unreadable = Map.copyOf(builder.unreadable);
  }

  /** Returns a builder without fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.name = name;
    builder.unreadable.putAll(unreadable);
    return builder;
  }

  /**
   * Name of the owner.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public String name() {
    return MissingFieldException.check(name, "Owner", "name", unreadable);
  }

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  @Override
  public Set<String> missingFields() {
    Set<String> missing = new LinkedHashSet<>();
    if (name == null) {
      missing.add("name");
    }
    return Collections.unmodifiableSet(missing);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Owner that
        && Objects.equals(name, that.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name);
  }

  @Override
  public String toString() {
    return "Owner["
        + "name=" + name
        + "]";
  }

  @JsonCreator
  static Owner fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link Owner}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String name;
    private final Map<String, String> unreadable = new HashMap<>(0);

    private Builder() {}

    /**
     * Name of the owner.
     */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public Owner build() {
      Owner built = new Owner(this);
      if (!built.missingFields().isEmpty()) {
        throw new IllegalStateException("Owner needs " + String.join(", ", built.missingFields()));
      }
      return built;
    }
  }

  private static final class Adapter extends JsonAdapter<Owner> {
    private static final JsonReader.Options NAMES =
        JsonReader.Options.of("name");

    @Override
    public Owner fromJson(JsonReader reader) throws IOException {
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
            case 1 -> builder.name = Scalars.readOrKeep(reader, Scalars.STRING, "name", builder.unreadable);
            default -> throw new AssertionError(name);
          }
        }
      }
      reader.endObject();
      return new Owner(builder);
    }

    @Override
    public void toJson(JsonWriter writer, Owner value) throws IOException {
      writer.beginObject();
      if (value.name != null) {
        writer.name("name");
        Scalars.STRING.toJson(writer, value.name);
      }
      writer.endObject();
    }
  }
}


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
 * The envelope of one thing.
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingResponse implements Envelope<Thing> {
  static final JsonAdapter<ThingResponse> ADAPTER = new Adapter();

  private final @Nullable Thing data;
  private final @Nullable Boolean success;
  private final Map<String, String> unreadable;

  private ThingResponse(Builder builder) {
    this.data = builder.data;
    this.success = builder.success;
    this.unreadable = Map.copyOf(builder.unreadable);
  }

  /** Returns a builder without fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.data = data;
    builder.success = success;
    builder.unreadable.putAll(unreadable);
    return builder;
  }

  /**
   * Returns the field {@code data}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Thing data() {
    return MissingFieldException.check(data, "ThingResponse", "data", unreadable);
  }

  /**
   * Whether it worked.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Boolean success() {
    return MissingFieldException.check(success, "ThingResponse", "success", unreadable);
  }

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  @Override
  public Set<String> missingFields() {
    Set<String> missing = new LinkedHashSet<>();
    if (data == null) {
      missing.add("data");
    }
    if (success == null) {
      missing.add("success");
    }
    return Collections.unmodifiableSet(missing);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThingResponse that
        && Objects.equals(data, that.data)
        && Objects.equals(success, that.success);
  }

  @Override
  public int hashCode() {
    return Objects.hash(data, success);
  }

  @Override
  public String toString() {
    return "ThingResponse["
        + "data=" + data
        + ", success=" + success
        + "]";
  }

  @JsonCreator
  static ThingResponse fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link ThingResponse}. Not thread-safe. */
  public static final class Builder {
    private @Nullable Thing data;
    private @Nullable Boolean success;
    private final Map<String, String> unreadable = new HashMap<>(0);

    private Builder() {}

    /**
     * Sets {@link ThingResponse#data()}.
     */
    public Builder data(Thing data) {
      this.data = Objects.requireNonNull(data, "data");
      return this;
    }

    /**
     * Whether it worked.
     */
    public Builder success(Boolean success) {
      this.success = Objects.requireNonNull(success, "success");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public ThingResponse build() {
      ThingResponse built = new ThingResponse(this);
      if (!built.missingFields().isEmpty()) {
        throw new IllegalStateException("ThingResponse needs " + String.join(", ", built.missingFields()));
      }
      return built;
    }
  }

  private static final class Adapter extends JsonAdapter<ThingResponse> {
    private static final JsonReader.Options NAMES =
        JsonReader.Options.of("data", "success");

    @Override
    public ThingResponse fromJson(JsonReader reader) throws IOException {
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
            case 1 -> builder.data = Scalars.readOrKeep(reader, Thing.ADAPTER, "data", builder.unreadable);
            case 2 -> builder.success = Scalars.readOrKeep(reader, Scalars.BOOLEAN, "success", builder.unreadable);
            default -> throw new AssertionError(name);
          }
        }
      }
      reader.endObject();
      return new ThingResponse(builder);
    }

    @Override
    public void toJson(JsonWriter writer, ThingResponse value) throws IOException {
      writer.beginObject();
      if (value.data != null) {
        writer.name("data");
        Thing.ADAPTER.toJson(writer, value.data);
      }
      if (value.success != null) {
        writer.name("success");
        Scalars.BOOLEAN.toJson(writer, value.success);
      }
      writer.endObject();
    }
  }
}


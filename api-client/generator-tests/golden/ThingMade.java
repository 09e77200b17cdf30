// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.realtimekit.webhooks.internal.Conversions;
import io.github.realtimekit.webhooks.internal.FieldNames;
import io.github.realtimekit.webhooks.internal.FieldReader;
import io.github.realtimekit.webhooks.internal.FieldWriter;
import io.github.realtimekit.webhooks.internal.JsonAdapters;
import io.github.realtimekit.webhooks.internal.JsonNumber;
import io.github.realtimekit.webhooks.internal.ModelFields;
import io.github.realtimekit.webhooks.internal.OtherJson;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * A thing was made.
 *
 * <p>Immutable and thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class ThingMade extends Event {
  static final JsonAdapter<ThingMade> ADAPTER = new Adapter();

  private final @Nullable EventType type;
  private final @Nullable Thing thing;
  private final @Nullable JsonNumber weight;
  private final OtherJson otherJson;

  private ThingMade(Builder builder) {
    this.type = builder.type;
    this.thing = builder.thing;
    this.weight = builder.weight;
    this.otherJson = builder.otherJson;
  }

  /** Returns a builder whose fields are not set, except those that have only one possible value. */
  public static Builder builder() {
    return new Builder().type(EventType.of("thing.made"));
  }

  /** Returns a builder with the fields of this object, those that cannot be read included. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = type;
    builder.thing = thing;
    builder.weight = weight;
    builder.otherJson = otherJson;
    return builder;
  }

  /**
   * Type of the event.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public EventType type() {
    return required("event", type);
  }

  /** Returns the field thing. Null if it is missing or cannot be read. */
  public @Nullable Thing thing() {
    return thing;
  }

  /** Its weight in grams. Null if it is missing or cannot be read. */
  public @Nullable Long weight() {
    return Conversions.toLong(weight);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  void write(JsonWriter writer) throws IOException {
    ADAPTER.toJson(writer, this);
  }

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  @Override
  public Set<String> missingFields() {
    return modelFields().missing();
  }

  /**
   * Returns the JSON names of the fields that are there and cannot be read, such as {@code
   * meeting.id}.
   */
  @Override
  public Set<String> unreadableFields() {
    return modelFields().unreadable();
  }

  private ModelFields modelFields() {
    return new ModelFields("ThingMade", otherJson)
        .required("event", type)
        .optional("thing", thing, Thing::unreadableFields)
        .optional("weight", weight, Conversions.toLong(weight));
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new MissingFieldException("ThingMade", field, modelFields().text(field));
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThingMade that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.thing, that.thing)
        && Objects.equals(this.weight, that.weight)
        && this.otherJson.equals(that.otherJson);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, thing, weight, otherJson);
  }

  /** Returns the fields as they are in JSON, without the values of secret ones. */
  @Override
  public String toString() {
    return modelFields().toString();
  }

  @JsonCreator
  static ThingMade fromJackson(Object json) throws IOException {
    return ADAPTER.fromJson(JsonAdapters.toJson(json).utf8());
  }

  @JsonValue
  @JsonRawValue
  String toJson() {
    return ADAPTER.toJson(this);
  }

  private static final class Adapter extends JsonAdapter<ThingMade> {
    private static final FieldNames NAMES = FieldNames.of("event", "thing", "weight");

    @Override
    public ThingMade fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      FieldReader fields = new FieldReader(reader, NAMES);
      while (fields.next()) {
        switch (fields.name()) {
          case "event" -> builder.type = fields.read(EventType.ADAPTER);
          case "thing" -> builder.thing = fields.read(Thing.ADAPTER);
          case "weight" -> builder.weight = fields.read(JsonAdapters.DIGITS);
          default -> throw new AssertionError(fields.name());
        }
      }
      builder.otherJson = fields.otherJson();
      return new ThingMade(builder);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable ThingMade model) throws IOException {
      Objects.requireNonNull(model);
      FieldWriter fields = new FieldWriter(writer, model.otherJson);
      fields.write("event", model.type, EventType.ADAPTER);
      fields.write("thing", model.thing, Thing.ADAPTER);
      fields.write("weight", model.weight, JsonAdapters.DIGITS);
      fields.end();
    }
  }

  /** Collects the fields of a {@link ThingMade}. Not thread-safe. */
  public static final class Builder {
    private @Nullable EventType type;
    private @Nullable Thing thing;
    private @Nullable JsonNumber weight;
    private OtherJson otherJson = OtherJson.NONE;

    private Builder() {}

    /** Type of the event. */
    public Builder type(EventType type) {
      Objects.requireNonNull(type, "type");
      this.type = type;
      otherJson = otherJson.without("event");
      return this;
    }

    /** Sets {@link ThingMade#thing()}. */
    public Builder thing(Thing thing) {
      Objects.requireNonNull(thing, "thing");
      this.thing = thing;
      otherJson = otherJson.without("thing");
      return this;
    }

    /** Its weight in grams. */
    public Builder weight(Long weight) {
      Objects.requireNonNull(weight, "weight");
      this.weight = JsonNumber.quoted(weight);
      otherJson = otherJson.without("weight");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public ThingMade build() {
      ThingMade built = new ThingMade(this);
      Set<String> missing = built.missingFields();
      if (!missing.isEmpty()) {
        throw new IllegalStateException("ThingMade needs " + String.join(", ", missing));
      }
      return built;
    }
  }
}

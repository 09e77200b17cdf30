// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.realtimekit.webhooks.internal.FieldNames;
import io.github.realtimekit.webhooks.internal.FieldReader;
import io.github.realtimekit.webhooks.internal.FieldWriter;
import io.github.realtimekit.webhooks.internal.JsonAdapters;
import io.github.realtimekit.webhooks.internal.ModelFields;
import io.github.realtimekit.webhooks.internal.OtherJson;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * A thing was lost.
 *
 * <p>Immutable and thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class ThingLost extends Event {
  static final JsonAdapter<ThingLost> ADAPTER = new Adapter();

  private final @Nullable EventType type;
  private final @Nullable Owner finder;
  private final @Nullable String password;
  private final OtherJson otherJson;

  private ThingLost(Builder builder) {
    this.type = builder.type;
    this.finder = builder.finder;
    this.password = builder.password;
    this.otherJson = builder.otherJson;
  }

  /** Returns a builder whose fields are not set, except those that have only one possible value. */
  public static Builder builder() {
    return new Builder().type(EventType.of("thing.lost"));
  }

  /** Returns a builder with the fields of this object, those that cannot be read included. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = type;
    builder.finder = finder;
    builder.password = password;
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

  /** Returns the field finder. Null if it is missing or cannot be read. */
  public @Nullable Owner finder() {
    return finder;
  }

  /** Word by which the owner is known. Null if it is missing or cannot be read. */
  public @Nullable String password() {
    return password;
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
    return new ModelFields("ThingLost", otherJson)
        .required("event", type)
        .optional("finder", finder, Owner::unreadableFields)
        .optional("password", password)
        .secret();
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new MissingFieldException("ThingLost", field, modelFields().text(field));
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThingLost that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.finder, that.finder)
        && Objects.equals(this.password, that.password)
        && this.otherJson.equals(that.otherJson);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, finder, password, otherJson);
  }

  /** Returns the fields as they are in JSON, without the values of secret ones. */
  @Override
  public String toString() {
    return modelFields().toString();
  }

  @JsonCreator
  static ThingLost fromJackson(Object json) throws IOException {
    return ADAPTER.fromJson(JsonAdapters.toJson(json).utf8());
  }

  @JsonValue
  @JsonRawValue
  String toJson() {
    return ADAPTER.toJson(this);
  }

  private static final class Adapter extends JsonAdapter<ThingLost> {
    private static final FieldNames NAMES = FieldNames.of("event", "finder", "password");

    @Override
    public ThingLost fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      FieldReader fields = new FieldReader(reader, NAMES);
      while (fields.next()) {
        switch (fields.name()) {
          case "event" -> builder.type = fields.read(EventType.ADAPTER);
          case "finder" -> builder.finder = fields.read(Owner.ADAPTER);
          case "password" -> builder.password = fields.read(JsonAdapters.TEXT);
          default -> throw new AssertionError(fields.name());
        }
      }
      builder.otherJson = fields.otherJson();
      return new ThingLost(builder);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable ThingLost model) throws IOException {
      Objects.requireNonNull(model);
      FieldWriter fields = new FieldWriter(writer, model.otherJson);
      fields.write("event", model.type, EventType.ADAPTER);
      fields.write("finder", model.finder, Owner.ADAPTER);
      fields.write("password", model.password, JsonAdapters.TEXT);
      fields.end();
    }
  }

  /** Collects the fields of a {@link ThingLost}. Not thread-safe. */
  public static final class Builder {
    private @Nullable EventType type;
    private @Nullable Owner finder;
    private @Nullable String password;
    private OtherJson otherJson = OtherJson.NONE;

    private Builder() {}

    /** Type of the event. */
    public Builder type(EventType type) {
      Objects.requireNonNull(type, "type");
      this.type = type;
      otherJson = otherJson.without("event");
      return this;
    }

    /** Sets {@link ThingLost#finder()}. */
    public Builder finder(Owner finder) {
      Objects.requireNonNull(finder, "finder");
      this.finder = finder;
      otherJson = otherJson.without("finder");
      return this;
    }

    /** Word by which the owner is known. */
    public Builder password(String password) {
      Objects.requireNonNull(password, "password");
      this.password = password;
      otherJson = otherJson.without("password");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public ThingLost build() {
      ThingLost built = new ThingLost(this);
      Set<String> missing = built.missingFields();
      if (!missing.isEmpty()) {
        throw new IllegalStateException("ThingLost needs " + String.join(", ", missing));
      }
      return built;
    }
  }
}

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
 * Who has a thing.
 *
 * <p>Immutable and thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class Owner {
  static final JsonAdapter<Owner> ADAPTER = new Adapter();

  private final @Nullable String name;
  private final OtherJson otherJson;

  private Owner(Builder builder) {
    this.name = builder.name;
    this.otherJson = builder.otherJson;
  }

  /** Returns a builder whose fields are not set, except those that have only one possible value. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object, those that cannot be read included. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.name = name;
    builder.otherJson = otherJson;
    return builder;
  }

  /**
   * Name of the owner.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public String name() {
    return required("name", name);
  }

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  public Set<String> missingFields() {
    return modelFields().missing();
  }

  /**
   * Returns the JSON names of the fields that are there and cannot be read, such as {@code
   * meeting.id}.
   */
  public Set<String> unreadableFields() {
    return modelFields().unreadable();
  }

  private ModelFields modelFields() {
    return new ModelFields("Owner", otherJson).required("name", name);
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new MissingFieldException("Owner", field, modelFields().text(field));
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Owner that
        && Objects.equals(this.name, that.name)
        && this.otherJson.equals(that.otherJson);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, otherJson);
  }

  /** Returns the fields as they are in JSON, without the values of secret ones. */
  @Override
  public String toString() {
    return modelFields().toString();
  }

  @JsonCreator
  static Owner fromJackson(Object json) throws IOException {
    return ADAPTER.fromJson(JsonAdapters.toJson(json).utf8());
  }

  @JsonValue
  @JsonRawValue
  String toJson() {
    return ADAPTER.toJson(this);
  }

  private static final class Adapter extends JsonAdapter<Owner> {
    private static final FieldNames NAMES = FieldNames.of("name");

    @Override
    public Owner fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      FieldReader fields = new FieldReader(reader, NAMES);
      while (fields.next()) {
        switch (fields.name()) {
          case "name" -> builder.name = fields.read(JsonAdapters.TEXT);
          default -> throw new AssertionError(fields.name());
        }
      }
      builder.otherJson = fields.otherJson();
      return new Owner(builder);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Owner model) throws IOException {
      Objects.requireNonNull(model);
      FieldWriter fields = new FieldWriter(writer, model.otherJson);
      fields.write("name", model.name, JsonAdapters.TEXT);
      fields.end();
    }
  }

  /** Collects the fields of a {@link Owner}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String name;
    private OtherJson otherJson = OtherJson.NONE;

    private Builder() {}

    /** Name of the owner. */
    public Builder name(String name) {
      Objects.requireNonNull(name, "name");
      this.name = name;
      otherJson = otherJson.without("name");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public Owner build() {
      Owner built = new Owner(this);
      Set<String> missing = built.missingFields();
      if (!missing.isEmpty()) {
        throw new IllegalStateException("Owner needs " + String.join(", ", missing));
      }
      return built;
    }
  }
}

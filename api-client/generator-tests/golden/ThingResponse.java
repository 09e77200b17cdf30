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
 * The envelope of one thing.
 *
 * <p>Immutable and thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class ThingResponse implements Envelope<Thing> {
  static final JsonAdapter<ThingResponse> ADAPTER = new Adapter();

  private final @Nullable Thing data;
  private final @Nullable Boolean success;
  private final OtherJson otherJson;

  private ThingResponse(Builder builder) {
    this.data = builder.data;
    this.success = builder.success;
    this.otherJson = builder.otherJson;
  }

  /** Returns a builder whose fields are not set, except those that have only one possible value. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object, those that cannot be read included. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.data = data;
    builder.success = success;
    builder.otherJson = otherJson;
    return builder;
  }

  /**
   * Returns the field data.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Thing data() {
    return required("data", data);
  }

  /**
   * Whether it worked.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Boolean success() {
    return required("success", success);
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
    return new ModelFields("ThingResponse", otherJson)
        .required("data", data, Thing::unreadableFields)
        .required("success", success);
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new MissingFieldException("ThingResponse", field, modelFields().text(field));
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThingResponse that
        && Objects.equals(this.data, that.data)
        && Objects.equals(this.success, that.success)
        && this.otherJson.equals(that.otherJson);
  }

  @Override
  public int hashCode() {
    return Objects.hash(data, success, otherJson);
  }

  /** Returns the fields as they are in JSON, without the values of secret ones. */
  @Override
  public String toString() {
    return modelFields().toString();
  }

  @JsonCreator
  static ThingResponse fromJackson(Object json) throws IOException {
    return ADAPTER.fromJson(JsonAdapters.toJson(json).utf8());
  }

  @JsonValue
  @JsonRawValue
  String toJson() {
    return ADAPTER.toJson(this);
  }

  private static final class Adapter extends JsonAdapter<ThingResponse> {
    private static final FieldNames NAMES = FieldNames.of("data", "success");

    @Override
    public ThingResponse fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      FieldReader fields = new FieldReader(reader, NAMES);
      while (fields.next()) {
        switch (fields.name()) {
          case "data" -> builder.data = fields.read(Thing.ADAPTER);
          case "success" -> builder.success = fields.read(JsonAdapters.BOOLEAN);
          default -> throw new AssertionError(fields.name());
        }
      }
      builder.otherJson = fields.otherJson();
      return new ThingResponse(builder);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable ThingResponse model) throws IOException {
      Objects.requireNonNull(model);
      FieldWriter fields = new FieldWriter(writer, model.otherJson);
      fields.write("data", model.data, Thing.ADAPTER);
      fields.write("success", model.success, JsonAdapters.BOOLEAN);
      fields.end();
    }
  }

  /** Collects the fields of a {@link ThingResponse}. Not thread-safe. */
  public static final class Builder {
    private @Nullable Thing data;
    private @Nullable Boolean success;
    private OtherJson otherJson = OtherJson.NONE;

    private Builder() {}

    /** Sets {@link ThingResponse#data()}. */
    public Builder data(Thing data) {
      Objects.requireNonNull(data, "data");
      this.data = data;
      otherJson = otherJson.without("data");
      return this;
    }

    /** Whether it worked. */
    public Builder success(Boolean success) {
      Objects.requireNonNull(success, "success");
      this.success = success;
      otherJson = otherJson.without("success");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public ThingResponse build() {
      ThingResponse built = new ThingResponse(this);
      Set<String> missing = built.missingFields();
      if (!missing.isEmpty()) {
        throw new IllegalStateException("ThingResponse needs " + String.join(", ", missing));
      }
      return built;
    }
  }
}

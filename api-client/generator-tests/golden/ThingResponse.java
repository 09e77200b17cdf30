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
 * {@literal The envelope of one thing.}
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingResponse extends Model implements Envelope<Thing> {
  static final ModelAdapter<ThingResponse> ADAPTER = new ModelAdapter<>(new Builder());

  private ThingResponse(@Nullable Object[] values) {
    super(ADAPTER.fields(), values);
  }

  /** Returns a builder without fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Returns the field {@literal data}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Thing data() {
    return required(1);
  }

  /**
   * {@literal Whether it worked}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Boolean success() {
    return required(2);
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
  public static final class Builder extends ModelBuilder<ThingResponse, Builder> {
    private Builder() {
      super(2);
    }

    private Builder(ThingResponse model) {
      super(model);
    }

    @Override
    List<ModelField> fields() {
      return List.of(
          ModelField.required("data", Thing.ADAPTER),
          ModelField.required("success", Scalars.BOOLEAN));
    }

    @Override
    ThingResponse create(@Nullable Object[] values) {
      return new ThingResponse(values);
    }

    /**
     * Sets {@link ThingResponse#data()}.
     */
    public Builder data(Thing data) {
      return set(1, data);
    }

    /**
     * {@literal Whether it worked}.
     */
    public Builder success(Boolean success) {
      return set(2, success);
    }
  }
}


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
 * {@literal The envelope of a page of things.}
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingListResponse extends Model implements Envelope<List<Thing>> {
  static final ModelAdapter<ThingListResponse> ADAPTER = new ModelAdapter<>(new Builder());

  private ThingListResponse(@Nullable Object[] values) {
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
   * {@literal The things}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public List<Thing> data() {
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
  static ThingListResponse fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link ThingListResponse}. Not thread-safe. */
  public static final class Builder extends ModelBuilder<ThingListResponse, Builder> {
    private Builder() {
      super(2);
    }

    private Builder(ThingListResponse model) {
      super(model);
    }

    @Override
    List<ModelField> fields() {
      return List.of(
          ModelField.required("data", Scalars.list(Thing.ADAPTER)),
          ModelField.required("success", Scalars.BOOLEAN));
    }

    @Override
    ThingListResponse create(@Nullable Object[] values) {
      return new ThingListResponse(values);
    }

    /**
     * {@literal The things}.
     */
    public Builder data(List<Thing> data) {
      return set(1, List.copyOf(data));
    }

    /**
     * {@literal The things}.
     */
    public Builder data(Thing... data) {
      return data(Arrays.asList(data));
    }

    /**
     * {@literal Whether it worked}.
     */
    public Builder success(Boolean success) {
      return set(2, success);
    }
  }
}


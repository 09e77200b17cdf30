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
 * {@literal Who has a thing.}
 *
 * <p>Immutable and thread-safe.
 */
public final class Owner extends Model {
  static final ModelAdapter<Owner> ADAPTER = new ModelAdapter<>(new Builder());

  private Owner(@Nullable Object[] values) {
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
   * {@literal Name of the owner}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public String name() {
    return required(1);
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
  public static final class Builder extends ModelBuilder<Owner, Builder> {
    private Builder() {
      super(1);
    }

    private Builder(Owner model) {
      super(model);
    }

    @Override
    List<ModelField> fields() {
      return List.of(
          ModelField.required("name", Scalars.STRING));
    }

    @Override
    Owner create(@Nullable Object[] values) {
      return new Owner(values);
    }

    /**
     * {@literal Name of the owner}.
     */
    public Builder name(String name) {
      return set(1, name);
    }
  }
}


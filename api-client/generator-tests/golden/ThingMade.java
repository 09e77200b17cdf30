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
 * {@literal A thing was made.}
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingMade extends Event {
  static final ModelAdapter<ThingMade> ADAPTER = new ModelAdapter<>(new Builder());

  private ThingMade(@Nullable Object[] values) {
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
   * {@literal Type of the event}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public EventType type() {
    return required(1);
  }

  /**
   * Returns the field {@literal thing}. Null if it is missing.
   */
  public @Nullable Thing thing() {
    return optional(2);
  }

  /**
   * {@literal Its weight in grams}. Null if it is missing.
   */
  public @Nullable Long weight() {
    return optional(3);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }

  @JsonCreator
  static ThingMade fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link ThingMade}. Not thread-safe. */
  public static final class Builder extends ModelBuilder<ThingMade, Builder> {
    private Builder() {
      super(3);
    }

    private Builder(ThingMade model) {
      super(model);
    }

    @Override
    List<ModelField> fields() {
      return List.of(
          ModelField.required("event", EventType.ADAPTER),
          ModelField.optional("thing", Thing.ADAPTER),
          ModelField.optional("weight", Scalars.DIGITS_LONG));
    }

    @Override
    ThingMade create(@Nullable Object[] values) {
      return new ThingMade(values);
    }

    /**
     * {@literal Type of the event}.
     */
    public Builder type(EventType type) {
      return set(1, type);
    }

    /**
     * Sets {@link ThingMade#thing()}.
     */
    public Builder thing(Thing thing) {
      return set(2, thing);
    }

    /**
     * {@literal Its weight in grams}.
     */
    public Builder weight(Long weight) {
      return set(3, weight);
    }
  }
}


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
 * {@literal A thing was lost.}
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingLost extends Event {
  static final ModelAdapter<ThingLost> ADAPTER = new ModelAdapter<>(new Builder());

  private ThingLost(@Nullable Object[] values) {
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
   * Returns the field {@literal finder}. Null if it is missing.
   */
  public @Nullable Owner finder() {
    return optional(2);
  }

  /**
   * {@literal Word by which the owner is known}. Null if it is missing.
   */
  public @Nullable String password() {
    return optional(3);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }

  @JsonCreator
  static ThingLost fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link ThingLost}. Not thread-safe. */
  public static final class Builder extends ModelBuilder<ThingLost, Builder> {
    private Builder() {
      super(3);
    }

    private Builder(ThingLost model) {
      super(model);
    }

    @Override
    List<ModelField> fields() {
      return List.of(
          ModelField.required("event", EventType.ADAPTER),
          ModelField.optional("finder", Owner.ADAPTER),
          ModelField.optional("password", Scalars.STRING).secret());
    }

    @Override
    ThingLost create(@Nullable Object[] values) {
      return new ThingLost(values);
    }

    /**
     * {@literal Type of the event}.
     */
    public Builder type(EventType type) {
      return set(1, type);
    }

    /**
     * Sets {@link ThingLost#finder()}.
     */
    public Builder finder(Owner finder) {
      return set(2, finder);
    }

    /**
     * {@literal Word by which the owner is known}.
     */
    public Builder password(String password) {
      return set(3, password);
    }
  }
}


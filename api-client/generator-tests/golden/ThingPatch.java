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
 * {@literal The fields of a thing to change.}
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingPatch extends Model {
  static final ModelAdapter<ThingPatch> ADAPTER = new ModelAdapter<>(new Builder());

  private ThingPatch(@Nullable Object[] values) {
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
   * {@literal A note}. Null if it is missing, or null in JSON.
   */
  public @Nullable String note() {
    return optional(1);
  }

  /**
   * {@literal Home of the thing}. Null if it is missing, or null in JSON.
   */
  public @Nullable URI home() {
    return optional(2);
  }

  /**
   * {@literal Other places}. Null if it is missing.
   */
  public @Nullable List<URI> mirrors() {
    return optional(3);
  }

  /**
   * {@literal Words for it}. Null if it is missing, or null in JSON.
   */
  public @Nullable List<String> tags() {
    return optional(4);
  }

  /**
   * Returns the field {@literal kind}. Null if it is missing.
   */
  public @Nullable Kind kind() {
    return optional(5);
  }

  @JsonCreator
  static ThingPatch fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link ThingPatch}. Not thread-safe. */
  public static final class Builder extends ModelBuilder<ThingPatch, Builder> {
    private Builder() {
      super(5);
    }

    private Builder(ThingPatch model) {
      super(model);
    }

    @Override
    List<ModelField> fields() {
      return List.of(
          ModelField.optional("note", Scalars.STRING).nullable(),
          ModelField.optional("home", Scalars.URI).nullable(),
          ModelField.optional("mirrors", Scalars.list(Scalars.URI)),
          ModelField.optional("tags", Scalars.list(Scalars.STRING)).nullable(),
          ModelField.optional("kind", Kind.ADAPTER));
    }

    @Override
    ThingPatch create(@Nullable Object[] values) {
      return new ThingPatch(values);
    }

    /**
     * {@literal A note}. Null is sent as null.
     */
    public Builder note(@Nullable String note) {
      return setOrNull(1, note);
    }

    /**
     * {@literal Home of the thing}. Null is sent as null.
     */
    public Builder home(@Nullable URI home) {
      return setOrNull(2, home);
    }

    /**
     * {@literal Other places}.
     */
    public Builder mirrors(List<URI> mirrors) {
      return set(3, List.copyOf(mirrors));
    }

    /**
     * {@literal Other places}.
     */
    public Builder mirrors(URI... mirrors) {
      return mirrors(Arrays.asList(mirrors));
    }

    /**
     * {@literal Words for it}. Null is sent as null.
     */
    public Builder tags(@Nullable List<String> tags) {
      return setOrNull(4, tags == null ? null : List.copyOf(tags));
    }

    /**
     * Sets {@link ThingPatch#kind()}.
     */
    public Builder kind(Kind kind) {
      return set(5, kind);
    }
  }
}


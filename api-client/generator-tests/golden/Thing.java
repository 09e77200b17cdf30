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
 * {@literal A thing with a field of each type.}
 *
 * <p>Immutable and thread-safe.
 */
public final class Thing extends Model {
  static final ModelAdapter<Thing> ADAPTER = new ModelAdapter<>(new Builder());

  private Thing(@Nullable Object[] values) {
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
   * {@literal Identifier of the thing}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public UUID id() {
    return required(1);
  }

  /**
   * {@literal When it was made}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Instant madeAt() {
    return required(2);
  }

  /**
   * {@literal The day it was thought of}. Null if it is missing.
   */
  public @Nullable LocalDate bornOn() {
    return optional(3);
  }

  /**
   * {@literal Whether it is in use}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Boolean active() {
    return required(4);
  }

  /**
   * {@literal Number of things}. Null if it is missing.
   */
  public @Nullable Integer count() {
    return optional(5);
  }

  /**
   * {@literal Size in meters}. Null if it is missing.
   */
  public @Nullable Long bytes() {
    return optional(6);
  }

  /**
   * {@literal Share that is left}. Null if it is missing.
   */
  public @Nullable Double ratio() {
    return optional(7);
  }

  /**
   * {@literal Price}. Null if it is missing.
   */
  public @Nullable BigDecimal price() {
    return optional(8);
  }

  /**
   * {@literal Page with details}. Null if it is missing.
   */
  public @Nullable URI site() {
    return optional(9);
  }

  /**
   * Returns the field {@literal kind}. Null if it is missing.
   */
  public @Nullable Kind kind() {
    return optional(10);
  }

  /**
   * Returns the field {@literal owner}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Owner owner() {
    return required(11);
  }

  /**
   * {@literal Words for it}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public List<String> tags() {
    return required(12);
  }

  /**
   * {@literal Numbers on it}. Null if it is missing.
   */
  public @Nullable List<Integer> numbers() {
    return optional(13);
  }

  /**
   * {@literal Who had it before}. Null if it is missing.
   */
  public @Nullable List<Owner> formerOwners() {
    return optional(14);
  }

  /**
   * {@literal The thing that it is part of}. May be null.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public @Nullable UUID parentId() {
    return requiredOrNull(15);
  }

  /**
   * {@literal Text of the former label}. Null if it is missing.
   * @deprecated by the API
   */
  @Deprecated
  public @Nullable String label() {
    return optional(16);
  }

  @JsonCreator
  static Thing fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /** Collects the fields of a {@link Thing}. Not thread-safe. */
  public static final class Builder extends ModelBuilder<Thing, Builder> {
    private Builder() {
      super(16);
    }

    private Builder(Thing model) {
      super(model);
    }

    @Override
    List<ModelField> fields() {
      return List.of(
          ModelField.required("id", Scalars.UUID),
          ModelField.required("made_at", Scalars.INSTANT),
          ModelField.optional("born_on", Scalars.LOCALDATE),
          ModelField.required("active", Scalars.BOOLEAN),
          ModelField.optional("count", Scalars.INTEGER),
          ModelField.optional("bytes", Scalars.LONG),
          ModelField.optional("ratio", Scalars.DOUBLE),
          ModelField.optional("price", Scalars.BIGDECIMAL),
          ModelField.optional("site", Scalars.URI),
          ModelField.optional("kind", Kind.ADAPTER),
          ModelField.required("owner", Owner.ADAPTER),
          ModelField.required("tags", Scalars.list(Scalars.STRING)),
          ModelField.optional("numbers", Scalars.list(Scalars.INTEGER)),
          ModelField.optional("former_owners", Scalars.list(Owner.ADAPTER)),
          ModelField.required("parent_id", Scalars.UUID).nullable(),
          ModelField.optional("label", Scalars.STRING));
    }

    @Override
    Thing create(@Nullable Object[] values) {
      return new Thing(values);
    }

    /**
     * {@literal Identifier of the thing}.
     */
    public Builder id(UUID id) {
      return set(1, id);
    }

    /**
     * {@literal When it was made}.
     */
    public Builder madeAt(Instant madeAt) {
      return set(2, madeAt);
    }

    /**
     * {@literal The day it was thought of}.
     */
    public Builder bornOn(LocalDate bornOn) {
      return set(3, bornOn);
    }

    /**
     * {@literal Whether it is in use}. The API defaults to true.
     */
    public Builder active(Boolean active) {
      return set(4, active);
    }

    /**
     * {@literal Number of things}.
     */
    public Builder count(Integer count) {
      return set(5, count);
    }

    /**
     * {@literal Size in meters}.
     */
    public Builder bytes(Long bytes) {
      return set(6, bytes);
    }

    /**
     * {@literal Share that is left}.
     */
    public Builder ratio(Double ratio) {
      return set(7, ratio);
    }

    /**
     * {@literal Price}.
     */
    public Builder price(BigDecimal price) {
      return set(8, price);
    }

    /**
     * {@literal Page with details}.
     */
    public Builder site(URI site) {
      return set(9, site);
    }

    /**
     * Sets {@link Thing#kind()}.
     */
    public Builder kind(Kind kind) {
      return set(10, kind);
    }

    /**
     * Sets {@link Thing#owner()}.
     */
    public Builder owner(Owner owner) {
      return set(11, owner);
    }

    /**
     * {@literal Words for it}.
     */
    public Builder tags(List<String> tags) {
      return set(12, List.copyOf(tags));
    }

    /**
     * {@literal Words for it}.
     */
    public Builder tags(String... tags) {
      return tags(Arrays.asList(tags));
    }

    /**
     * {@literal Numbers on it}.
     */
    public Builder numbers(List<Integer> numbers) {
      return set(13, List.copyOf(numbers));
    }

    /**
     * {@literal Numbers on it}.
     */
    public Builder numbers(Integer... numbers) {
      return numbers(Arrays.asList(numbers));
    }

    /**
     * {@literal Who had it before}.
     */
    public Builder formerOwners(List<Owner> formerOwners) {
      return set(14, List.copyOf(formerOwners));
    }

    /**
     * {@literal Who had it before}.
     */
    public Builder formerOwners(Owner... formerOwners) {
      return formerOwners(Arrays.asList(formerOwners));
    }

    /**
     * {@literal The thing that it is part of}. Null is sent as null.
     */
    public Builder parentId(@Nullable UUID parentId) {
      return setOrNull(15, parentId);
    }

    /**
     * {@literal Text of the former label}.
     *
     * @deprecated by the API
     */
    @Deprecated
    public Builder label(String label) {
      return set(16, label);
    }
  }
}


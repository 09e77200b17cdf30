// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.realtimekit.webhooks.internal.Conversions;
import io.github.realtimekit.webhooks.internal.FieldNames;
import io.github.realtimekit.webhooks.internal.FieldReader;
import io.github.realtimekit.webhooks.internal.FieldWriter;
import io.github.realtimekit.webhooks.internal.JsonAdapters;
import io.github.realtimekit.webhooks.internal.JsonNumber;
import io.github.realtimekit.webhooks.internal.ModelFields;
import io.github.realtimekit.webhooks.internal.OtherJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * A thing with a field of each type.
 *
 * <p>Immutable and thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class Thing {
  static final JsonAdapter<Thing> ADAPTER = new Adapter();

  private final @Nullable String id;
  private final @Nullable String madeAt;
  private final @Nullable String bornOn;
  private final @Nullable Boolean active;
  private final @Nullable JsonNumber count;
  private final @Nullable JsonNumber bytes;
  private final @Nullable JsonNumber ratio;
  private final @Nullable JsonNumber price;
  private final @Nullable String site;
  private final @Nullable Kind kind;
  private final @Nullable Owner owner;
  private final @Nullable List<String> tags;
  private final @Nullable List<JsonNumber> numbers;
  private final @Nullable List<Owner> formerOwners;
  private final @Nullable String parentId;
  private final @Nullable String label;
  private final OtherJson otherJson;

  private Thing(Builder builder) {
    this.id = builder.id;
    this.madeAt = builder.madeAt;
    this.bornOn = builder.bornOn;
    this.active = builder.active;
    this.count = builder.count;
    this.bytes = builder.bytes;
    this.ratio = builder.ratio;
    this.price = builder.price;
    this.site = builder.site;
    this.kind = builder.kind;
    this.owner = builder.owner;
    this.tags = builder.tags;
    this.numbers = builder.numbers;
    this.formerOwners = builder.formerOwners;
    this.parentId = builder.parentId;
    this.label = builder.label;
    this.otherJson = builder.otherJson;
  }

  /** Returns a builder whose fields are not set, except those that have only one possible value. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object, those that cannot be read included. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = id;
    builder.madeAt = madeAt;
    builder.bornOn = bornOn;
    builder.active = active;
    builder.count = count;
    builder.bytes = bytes;
    builder.ratio = ratio;
    builder.price = price;
    builder.site = site;
    builder.kind = kind;
    builder.owner = owner;
    builder.tags = tags;
    builder.numbers = numbers;
    builder.formerOwners = formerOwners;
    builder.parentId = parentId;
    builder.label = label;
    builder.otherJson = otherJson;
    return builder;
  }

  /**
   * Identifier of the thing.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public UUID id() {
    return required("id", Conversions.toUUID(id));
  }

  /**
   * When it was made.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Instant madeAt() {
    return required("made_at", Conversions.toInstant(madeAt));
  }

  /** The day it was thought of. Null if it is missing or cannot be read. */
  public @Nullable LocalDate bornOn() {
    return Conversions.toLocalDate(bornOn);
  }

  /**
   * Whether it is in use.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Boolean active() {
    return required("active", active);
  }

  /** Number of things. Null if it is missing or cannot be read. */
  public @Nullable Integer count() {
    return Conversions.toInteger(count);
  }

  /** Size in meters. Null if it is missing or cannot be read. */
  public @Nullable Long bytes() {
    return Conversions.toLong(bytes);
  }

  /** Share that is left. Null if it is missing or cannot be read. */
  public @Nullable Double ratio() {
    return Conversions.toDouble(ratio);
  }

  /** Price. Null if it is missing or cannot be read. */
  public @Nullable BigDecimal price() {
    return Conversions.toBigDecimal(price);
  }

  /** Page with details. Null if it is missing or cannot be read. */
  public @Nullable URI site() {
    return Conversions.toURI(site);
  }

  /** Returns the field kind. Null if it is missing or cannot be read. */
  public @Nullable Kind kind() {
    return kind;
  }

  /**
   * Returns the field owner.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Owner owner() {
    return required("owner", owner);
  }

  /**
   * Words for it.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public List<String> tags() {
    return required("tags", tags);
  }

  /** Numbers on it. Null if it is missing or cannot be read. */
  public @Nullable List<Integer> numbers() {
    return Conversions.each(numbers, Conversions::toInteger);
  }

  /** Who had it before. Null if it is missing or cannot be read. */
  public @Nullable List<Owner> formerOwners() {
    return formerOwners;
  }

  /**
   * The thing that it is part of. May be null.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public @Nullable UUID parentId() {
    return otherJson.isNull("parent_id")
        ? null
        : required("parent_id", Conversions.toUUID(parentId));
  }

  /**
   * Text of the former label. Null if it is missing or cannot be read.
   *
   * @deprecated by the API
   */
  @Deprecated
  public @Nullable String label() {
    return label;
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
    return new ModelFields("Thing", otherJson)
        .required("id", id, Conversions.toUUID(id))
        .required("made_at", madeAt, Conversions.toInstant(madeAt))
        .optional("born_on", bornOn, Conversions.toLocalDate(bornOn))
        .required("active", active)
        .optional("count", count, Conversions.toInteger(count))
        .optional("bytes", bytes, Conversions.toLong(bytes))
        .optional("ratio", ratio, Conversions.toDouble(ratio))
        .optional("price", price, Conversions.toBigDecimal(price))
        .optional("site", site, Conversions.toURI(site))
        .optional("kind", kind)
        .required("owner", owner, Owner::unreadableFields)
        .required("tags", tags)
        .optional("numbers", numbers, Conversions.each(numbers, Conversions::toInteger))
        .optional("former_owners", formerOwners, Owner::unreadableFields)
        .required("parent_id", parentId, Conversions.toUUID(parentId))
        .optional("label", label);
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new MissingFieldException("Thing", field, modelFields().text(field));
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Thing that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.madeAt, that.madeAt)
        && Objects.equals(this.bornOn, that.bornOn)
        && Objects.equals(this.active, that.active)
        && Objects.equals(this.count, that.count)
        && Objects.equals(this.bytes, that.bytes)
        && Objects.equals(this.ratio, that.ratio)
        && Objects.equals(this.price, that.price)
        && Objects.equals(this.site, that.site)
        && Objects.equals(this.kind, that.kind)
        && Objects.equals(this.owner, that.owner)
        && Objects.equals(this.tags, that.tags)
        && Objects.equals(this.numbers, that.numbers)
        && Objects.equals(this.formerOwners, that.formerOwners)
        && Objects.equals(this.parentId, that.parentId)
        && Objects.equals(this.label, that.label)
        && this.otherJson.equals(that.otherJson);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        id,
        madeAt,
        bornOn,
        active,
        count,
        bytes,
        ratio,
        price,
        site,
        kind,
        owner,
        tags,
        numbers,
        formerOwners,
        parentId,
        label,
        otherJson);
  }

  /** Returns the fields as they are in JSON, without the values of secret ones. */
  @Override
  public String toString() {
    return modelFields().toString();
  }

  @JsonCreator
  static Thing fromJackson(Object json) throws IOException {
    return ADAPTER.fromJson(JsonAdapters.toJson(json).utf8());
  }

  @JsonValue
  @JsonRawValue
  String toJson() {
    return ADAPTER.toJson(this);
  }

  private static final class Adapter extends JsonAdapter<Thing> {
    private static final FieldNames NAMES =
        FieldNames.of(
            "id",
            "made_at",
            "born_on",
            "active",
            "count",
            "bytes",
            "ratio",
            "price",
            "site",
            "kind",
            "owner",
            "tags",
            "numbers",
            "former_owners",
            "parent_id",
            "label");

    @Override
    public Thing fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      FieldReader fields = new FieldReader(reader, NAMES);
      while (fields.next()) {
        switch (fields.name()) {
          case "id" -> builder.id = fields.read(JsonAdapters.TEXT);
          case "made_at" -> builder.madeAt = fields.read(JsonAdapters.TEXT);
          case "born_on" -> builder.bornOn = fields.read(JsonAdapters.TEXT);
          case "active" -> builder.active = fields.read(JsonAdapters.BOOLEAN);
          case "count" -> builder.count = fields.read(JsonAdapters.NUMBER);
          case "bytes" -> builder.bytes = fields.read(JsonAdapters.NUMBER);
          case "ratio" -> builder.ratio = fields.read(JsonAdapters.NUMBER);
          case "price" -> builder.price = fields.read(JsonAdapters.NUMBER);
          case "site" -> builder.site = fields.read(JsonAdapters.TEXT);
          case "kind" -> builder.kind = fields.read(Kind.ADAPTER);
          case "owner" -> builder.owner = fields.read(Owner.ADAPTER);
          case "tags" -> builder.tags = fields.read(JsonAdapters.list(JsonAdapters.TEXT));
          case "numbers" -> builder.numbers = fields.read(JsonAdapters.list(JsonAdapters.NUMBER));
          case "former_owners" ->
              builder.formerOwners = fields.read(JsonAdapters.list(Owner.ADAPTER));
          case "parent_id" -> builder.parentId = fields.readOrNull(JsonAdapters.TEXT);
          case "label" -> builder.label = fields.read(JsonAdapters.TEXT);
          default -> throw new AssertionError(fields.name());
        }
      }
      builder.otherJson = fields.otherJson();
      return new Thing(builder);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Thing model) throws IOException {
      Objects.requireNonNull(model);
      FieldWriter fields = new FieldWriter(writer, model.otherJson);
      fields.write("id", model.id, JsonAdapters.TEXT);
      fields.write("made_at", model.madeAt, JsonAdapters.TEXT);
      fields.write("born_on", model.bornOn, JsonAdapters.TEXT);
      fields.write("active", model.active, JsonAdapters.BOOLEAN);
      fields.write("count", model.count, JsonAdapters.NUMBER);
      fields.write("bytes", model.bytes, JsonAdapters.NUMBER);
      fields.write("ratio", model.ratio, JsonAdapters.NUMBER);
      fields.write("price", model.price, JsonAdapters.NUMBER);
      fields.write("site", model.site, JsonAdapters.TEXT);
      fields.write("kind", model.kind, Kind.ADAPTER);
      fields.write("owner", model.owner, Owner.ADAPTER);
      fields.write("tags", model.tags, JsonAdapters.list(JsonAdapters.TEXT));
      fields.write("numbers", model.numbers, JsonAdapters.list(JsonAdapters.NUMBER));
      fields.write("former_owners", model.formerOwners, JsonAdapters.list(Owner.ADAPTER));
      fields.write("parent_id", model.parentId, JsonAdapters.TEXT);
      fields.write("label", model.label, JsonAdapters.TEXT);
      fields.end();
    }
  }

  /** Collects the fields of a {@link Thing}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String id;
    private @Nullable String madeAt;
    private @Nullable String bornOn;
    private @Nullable Boolean active;
    private @Nullable JsonNumber count;
    private @Nullable JsonNumber bytes;
    private @Nullable JsonNumber ratio;
    private @Nullable JsonNumber price;
    private @Nullable String site;
    private @Nullable Kind kind;
    private @Nullable Owner owner;
    private @Nullable List<String> tags;
    private @Nullable List<JsonNumber> numbers;
    private @Nullable List<Owner> formerOwners;
    private @Nullable String parentId;
    private @Nullable String label;
    private OtherJson otherJson = OtherJson.NONE;

    private Builder() {}

    /** Identifier of the thing. */
    public Builder id(UUID id) {
      Objects.requireNonNull(id, "id");
      this.id = id.toString();
      otherJson = otherJson.without("id");
      return this;
    }

    /** When it was made. */
    public Builder madeAt(Instant madeAt) {
      Objects.requireNonNull(madeAt, "madeAt");
      this.madeAt = madeAt.toString();
      otherJson = otherJson.without("made_at");
      return this;
    }

    /** The day it was thought of. */
    public Builder bornOn(LocalDate bornOn) {
      Objects.requireNonNull(bornOn, "bornOn");
      this.bornOn = bornOn.toString();
      otherJson = otherJson.without("born_on");
      return this;
    }

    /** Whether it is in use. The API defaults to true. */
    public Builder active(Boolean active) {
      Objects.requireNonNull(active, "active");
      this.active = active;
      otherJson = otherJson.without("active");
      return this;
    }

    /** Number of things. */
    public Builder count(Integer count) {
      Objects.requireNonNull(count, "count");
      this.count = JsonNumber.of(count);
      otherJson = otherJson.without("count");
      return this;
    }

    /** Size in meters. The API defaults to 7. */
    public Builder bytes(Long bytes) {
      Objects.requireNonNull(bytes, "bytes");
      this.bytes = JsonNumber.of(bytes);
      otherJson = otherJson.without("bytes");
      return this;
    }

    /** Share that is left. */
    public Builder ratio(Double ratio) {
      Objects.requireNonNull(ratio, "ratio");
      this.ratio = JsonNumber.of(ratio);
      otherJson = otherJson.without("ratio");
      return this;
    }

    /** Price. The API defaults to 60. */
    public Builder price(BigDecimal price) {
      Objects.requireNonNull(price, "price");
      this.price = JsonNumber.of(price);
      otherJson = otherJson.without("price");
      return this;
    }

    /** Page with details. */
    public Builder site(URI site) {
      Objects.requireNonNull(site, "site");
      this.site = site.toString();
      otherJson = otherJson.without("site");
      return this;
    }

    /** Sets {@link Thing#kind()}. */
    public Builder kind(Kind kind) {
      Objects.requireNonNull(kind, "kind");
      this.kind = kind;
      otherJson = otherJson.without("kind");
      return this;
    }

    /** Sets {@link Thing#owner()}. */
    public Builder owner(Owner owner) {
      Objects.requireNonNull(owner, "owner");
      this.owner = owner;
      otherJson = otherJson.without("owner");
      return this;
    }

    /** Words for it. */
    public Builder tags(List<String> tags) {
      Objects.requireNonNull(tags, "tags");
      this.tags = List.copyOf(tags);
      otherJson = otherJson.without("tags");
      return this;
    }

    /** Words for it. */
    public Builder tags(String... tags) {
      return tags(Arrays.asList(tags));
    }

    /** Numbers on it. */
    public Builder numbers(List<Integer> numbers) {
      Objects.requireNonNull(numbers, "numbers");
      this.numbers = Conversions.each(List.copyOf(numbers), JsonNumber::of);
      otherJson = otherJson.without("numbers");
      return this;
    }

    /** Numbers on it. */
    public Builder numbers(Integer... numbers) {
      return numbers(Arrays.asList(numbers));
    }

    /** Who had it before. */
    public Builder formerOwners(List<Owner> formerOwners) {
      Objects.requireNonNull(formerOwners, "formerOwners");
      this.formerOwners = List.copyOf(formerOwners);
      otherJson = otherJson.without("former_owners");
      return this;
    }

    /** Who had it before. */
    public Builder formerOwners(Owner... formerOwners) {
      return formerOwners(Arrays.asList(formerOwners));
    }

    /** The thing that it is part of. Null is sent as null. */
    public Builder parentId(@Nullable UUID parentId) {
      if (parentId == null) {
        this.parentId = null;
        otherJson = otherJson.withNull("parent_id");
        return this;
      }
      this.parentId = parentId.toString();
      otherJson = otherJson.without("parent_id");
      return this;
    }

    /**
     * Text of the former label.
     *
     * @deprecated by the API
     */
    @Deprecated
    public Builder label(String label) {
      Objects.requireNonNull(label, "label");
      this.label = label;
      otherJson = otherJson.without("label");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public Thing build() {
      Thing built = new Thing(this);
      Set<String> missing = built.missingFields();
      if (!missing.isEmpty()) {
        throw new IllegalStateException("Thing needs " + String.join(", ", missing));
      }
      return built;
    }
  }
}

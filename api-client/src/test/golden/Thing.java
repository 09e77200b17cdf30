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
 * A thing with a field of each type.
 *
 * <p>Immutable and thread-safe.
 */
public final class Thing implements Model {
  static final JsonAdapter<Thing> ADAPTER = new Adapter();

  private final @Nullable UUID id;
  private final @Nullable Instant madeAt;
  private final @Nullable LocalDate bornOn;
  private final @Nullable Boolean active;
  private final @Nullable Integer count;
  private final @Nullable Long bytes;
  private final @Nullable Double ratio;
  private final @Nullable BigDecimal price;
  private final @Nullable URI site;
  private final @Nullable Kind kind;
  private final @Nullable Owner owner;
  private final @Nullable List<String> tags;
  private final @Nullable List<Integer> numbers;
  private final @Nullable List<Owner> formerOwners;
  private final @Nullable UUID parentId;
  private final boolean parentIdIsNull;
  private final @Nullable String label;
  private final Map<String, String> unreadable;

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
    this.parentIdIsNull = builder.parentIdIsNull && builder.parentId == null;
    this.label = builder.label;
    this.unreadable = Map.copyOf(builder.unreadable);
  }

  /** Returns a builder without fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object. */
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
    builder.parentIdIsNull = parentIdIsNull;
    builder.label = label;
    builder.unreadable.putAll(unreadable);
    return builder;
  }

  /**
   * Identifier of the thing.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public UUID id() {
    return MissingFieldException.check(id, "Thing", "id", unreadable);
  }

  /**
   * When it was made.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Instant madeAt() {
    return MissingFieldException.check(madeAt, "Thing", "made_at", unreadable);
  }

  /**
   * The day it was thought of. Null if it is missing.
   */
  public @Nullable LocalDate bornOn() {
    return bornOn;
  }

  /**
   * Whether it is in use.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Boolean active() {
    return MissingFieldException.check(active, "Thing", "active", unreadable);
  }

  /**
   * How many there are. Null if it is missing.
   */
  public @Nullable Integer count() {
    return count;
  }

  /**
   * How large it is. Null if it is missing.
   */
  public @Nullable Long bytes() {
    return bytes;
  }

  /**
   * How much of it is left. Null if it is missing.
   */
  public @Nullable Double ratio() {
    return ratio;
  }

  /**
   * What it costs. Null if it is missing.
   */
  public @Nullable BigDecimal price() {
    return price;
  }

  /**
   * Where to read more. Null if it is missing.
   */
  public @Nullable URI site() {
    return site;
  }

  /**
   * Returns the field {@code kind}. Null if it is missing.
   */
  public @Nullable Kind kind() {
    return kind;
  }

  /**
   * Returns the field {@code owner}.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public Owner owner() {
    return MissingFieldException.check(owner, "Thing", "owner", unreadable);
  }

  /**
   * Words for it.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public List<String> tags() {
    return MissingFieldException.check(tags, "Thing", "tags", unreadable);
  }

  /**
   * Numbers on it. Null if it is missing.
   */
  public @Nullable List<Integer> numbers() {
    return numbers;
  }

  /**
   * Who had it before. Null if it is missing.
   */
  public @Nullable List<Owner> formerOwners() {
    return formerOwners;
  }

  /**
   * The thing that it is part of. May be null.
   *
   * @throws MissingFieldException if it is missing or cannot be read
   */
  public @Nullable UUID parentId() {
    return parentIdIsNull ? null : MissingFieldException.check(parentId, "Thing", "parent_id", unreadable);
  }

  /**
   * What the label said. Null if it is missing.
   * @deprecated by the API
   */
  @Deprecated
  public @Nullable String label() {
    return label;
  }

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  @Override
  public Set<String> missingFields() {
    Set<String> missing = new LinkedHashSet<>();
    if (id == null) {
      missing.add("id");
    }
    if (madeAt == null) {
      missing.add("made_at");
    }
    if (active == null) {
      missing.add("active");
    }
    if (owner == null) {
      missing.add("owner");
    }
    if (tags == null) {
      missing.add("tags");
    }
    if (parentId == null && !parentIdIsNull) {
      missing.add("parent_id");
    }
    return Collections.unmodifiableSet(missing);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Thing that
        && Objects.equals(id, that.id)
        && Objects.equals(madeAt, that.madeAt)
        && Objects.equals(bornOn, that.bornOn)
        && Objects.equals(active, that.active)
        && Objects.equals(count, that.count)
        && Objects.equals(bytes, that.bytes)
        && Objects.equals(ratio, that.ratio)
        && Objects.equals(price, that.price)
        && Objects.equals(site, that.site)
        && Objects.equals(kind, that.kind)
        && Objects.equals(owner, that.owner)
        && Objects.equals(tags, that.tags)
        && Objects.equals(numbers, that.numbers)
        && Objects.equals(formerOwners, that.formerOwners)
        && Objects.equals(parentId, that.parentId) && parentIdIsNull == that.parentIdIsNull
        && Objects.equals(label, that.label);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, madeAt, bornOn, active, count, bytes, ratio, price, site, kind, owner, tags, numbers, formerOwners, parentId, label);
  }

  @Override
  public String toString() {
    return "Thing["
        + "id=" + id
        + ", made_at=" + madeAt
        + ", born_on=" + bornOn
        + ", active=" + active
        + ", count=" + count
        + ", bytes=" + bytes
        + ", ratio=" + ratio
        + ", price=" + price
        + ", site=" + site
        + ", kind=" + kind
        + ", owner=" + owner
        + ", tags=" + tags
        + ", numbers=" + numbers
        + ", former_owners=" + formerOwners
        + ", parent_id=" + parentId
        + ", label=" + label
        + "]";
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
  public static final class Builder {
    private @Nullable UUID id;
    private @Nullable Instant madeAt;
    private @Nullable LocalDate bornOn;
    private @Nullable Boolean active;
    private @Nullable Integer count;
    private @Nullable Long bytes;
    private @Nullable Double ratio;
    private @Nullable BigDecimal price;
    private @Nullable URI site;
    private @Nullable Kind kind;
    private @Nullable Owner owner;
    private @Nullable List<String> tags;
    private @Nullable List<Integer> numbers;
    private @Nullable List<Owner> formerOwners;
    private @Nullable UUID parentId;
    private boolean parentIdIsNull;
    private @Nullable String label;
    private final Map<String, String> unreadable = new HashMap<>(0);

    private Builder() {}

    /**
     * Identifier of the thing.
     */
    public Builder id(UUID id) {
      this.id = Objects.requireNonNull(id, "id");
      return this;
    }

    /**
     * When it was made.
     */
    public Builder madeAt(Instant madeAt) {
      this.madeAt = Objects.requireNonNull(madeAt, "madeAt");
      return this;
    }

    /**
     * The day it was thought of.
     */
    public Builder bornOn(LocalDate bornOn) {
      this.bornOn = Objects.requireNonNull(bornOn, "bornOn");
      return this;
    }

    /**
     * Whether it is in use. The API defaults to true.
     */
    public Builder active(Boolean active) {
      this.active = Objects.requireNonNull(active, "active");
      return this;
    }

    /**
     * How many there are.
     */
    public Builder count(Integer count) {
      this.count = Objects.requireNonNull(count, "count");
      return this;
    }

    /**
     * How large it is.
     */
    public Builder bytes(Long bytes) {
      this.bytes = Objects.requireNonNull(bytes, "bytes");
      return this;
    }

    /**
     * How much of it is left.
     */
    public Builder ratio(Double ratio) {
      this.ratio = Objects.requireNonNull(ratio, "ratio");
      return this;
    }

    /**
     * What it costs.
     */
    public Builder price(BigDecimal price) {
      this.price = Objects.requireNonNull(price, "price");
      return this;
    }

    /**
     * Where to read more.
     */
    public Builder site(URI site) {
      this.site = Objects.requireNonNull(site, "site");
      return this;
    }

    /**
     * Sets {@link Thing#kind()}.
     */
    public Builder kind(Kind kind) {
      this.kind = Objects.requireNonNull(kind, "kind");
      return this;
    }

    /**
     * Sets {@link Thing#owner()}.
     */
    public Builder owner(Owner owner) {
      this.owner = Objects.requireNonNull(owner, "owner");
      return this;
    }

    /**
     * Words for it.
     */
    public Builder tags(List<String> tags) {
      this.tags = List.copyOf(tags);
      return this;
    }

    /**
     * Words for it.
     */
    public Builder tags(String... tags) {
      return tags(Arrays.asList(tags));
    }

    /**
     * Numbers on it.
     */
    public Builder numbers(List<Integer> numbers) {
      this.numbers = List.copyOf(numbers);
      return this;
    }

    /**
     * Numbers on it.
     */
    public Builder numbers(Integer... numbers) {
      return numbers(Arrays.asList(numbers));
    }

    /**
     * Who had it before.
     */
    public Builder formerOwners(List<Owner> formerOwners) {
      this.formerOwners = List.copyOf(formerOwners);
      return this;
    }

    /**
     * Who had it before.
     */
    public Builder formerOwners(Owner... formerOwners) {
      return formerOwners(Arrays.asList(formerOwners));
    }

    /**
     * The thing that it is part of. Null is sent as null.
     */
    public Builder parentId(@Nullable UUID parentId) {
      this.parentIdIsNull = parentId == null;
      this.parentId = parentId == null ? null : parentId;
      return this;
    }

    /**
     * What the label said.
     *
     * @deprecated by the API
     */
    @Deprecated
    public Builder label(String label) {
      this.label = Objects.requireNonNull(label, "label");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public Thing build() {
      Thing built = new Thing(this);
      if (!built.missingFields().isEmpty()) {
        throw new IllegalStateException("Thing needs " + String.join(", ", built.missingFields()));
      }
      return built;
    }
  }

  private static final class Adapter extends JsonAdapter<Thing> {
    private static final JsonReader.Options NAMES =
        JsonReader.Options.of("id", "made_at", "born_on", "active", "count", "bytes", "ratio", "price", "site", "kind", "owner", "tags", "numbers", "former_owners", "parent_id", "label");

    @Override
    public Thing fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      reader.beginObject();
      while (reader.hasNext()) {
        int name = reader.selectName(NAMES);
        if (name < 0) {
          reader.skipName();
          reader.skipValue();
        } else if (reader.peek() == JsonReader.Token.NULL) {
          reader.skipValue();
          builder.parentIdIsNull |= name + 1 == 15;
        } else {
          switch (name + 1) {
            case 1 -> builder.id = Scalars.readOrKeep(reader, Scalars.UUID, "id", builder.unreadable);
            case 2 -> builder.madeAt = Scalars.readOrKeep(reader, Scalars.INSTANT, "made_at", builder.unreadable);
            case 3 -> builder.bornOn = Scalars.LOCALDATE.fromJson(reader);
            case 4 -> builder.active = Scalars.readOrKeep(reader, Scalars.BOOLEAN, "active", builder.unreadable);
            case 5 -> builder.count = Scalars.INTEGER.fromJson(reader);
            case 6 -> builder.bytes = Scalars.LONG.fromJson(reader);
            case 7 -> builder.ratio = Scalars.DOUBLE.fromJson(reader);
            case 8 -> builder.price = Scalars.BIGDECIMAL.fromJson(reader);
            case 9 -> builder.site = Scalars.URI.fromJson(reader);
            case 10 -> builder.kind = Kind.ADAPTER.fromJson(reader);
            case 11 -> builder.owner = Scalars.readOrKeep(reader, Owner.ADAPTER, "owner", builder.unreadable);
            case 12 -> builder.tags = Scalars.readList(reader, Scalars.STRING);
            case 13 -> builder.numbers = Scalars.readList(reader, Scalars.INTEGER);
            case 14 -> builder.formerOwners = Scalars.readList(reader, Owner.ADAPTER);
            case 15 -> builder.parentId = Scalars.readOrKeep(reader, Scalars.UUID, "parent_id", builder.unreadable);
            case 16 -> builder.label = Scalars.STRING.fromJson(reader);
            default -> throw new AssertionError(name);
          }
        }
      }
      reader.endObject();
      return new Thing(builder);
    }

    @Override
    public void toJson(JsonWriter writer, Thing value) throws IOException {
      writer.beginObject();
      if (value.id != null) {
        writer.name("id");
        Scalars.UUID.toJson(writer, value.id);
      }
      if (value.madeAt != null) {
        writer.name("made_at");
        Scalars.INSTANT.toJson(writer, value.madeAt);
      }
      if (value.bornOn != null) {
        writer.name("born_on");
        Scalars.LOCALDATE.toJson(writer, value.bornOn);
      }
      if (value.active != null) {
        writer.name("active");
        Scalars.BOOLEAN.toJson(writer, value.active);
      }
      if (value.count != null) {
        writer.name("count");
        Scalars.INTEGER.toJson(writer, value.count);
      }
      if (value.bytes != null) {
        writer.name("bytes");
        Scalars.LONG.toJson(writer, value.bytes);
      }
      if (value.ratio != null) {
        writer.name("ratio");
        Scalars.DOUBLE.toJson(writer, value.ratio);
      }
      if (value.price != null) {
        writer.name("price");
        Scalars.BIGDECIMAL.toJson(writer, value.price);
      }
      if (value.site != null) {
        writer.name("site");
        Scalars.URI.toJson(writer, value.site);
      }
      if (value.kind != null) {
        writer.name("kind");
        Kind.ADAPTER.toJson(writer, value.kind);
      }
      if (value.owner != null) {
        writer.name("owner");
        Owner.ADAPTER.toJson(writer, value.owner);
      }
      if (value.tags != null) {
        writer.name("tags");
        Scalars.writeList(writer, Scalars.STRING, value.tags);
      }
      if (value.numbers != null) {
        writer.name("numbers");
        Scalars.writeList(writer, Scalars.INTEGER, value.numbers);
      }
      if (value.formerOwners != null) {
        writer.name("former_owners");
        Scalars.writeList(writer, Owner.ADAPTER, value.formerOwners);
      }
      if (value.parentId != null) {
        writer.name("parent_id");
        Scalars.UUID.toJson(writer, value.parentId);
      }
      if (value.parentIdIsNull) {
        writer.name("parent_id");
        Scalars.writeNull(writer);
      }
      if (value.label != null) {
        writer.name("label");
        Scalars.STRING.toJson(writer, value.label);
      }
      writer.endObject();
    }
  }
}


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
 * The fields of a thing to change.
 *
 * <p>Immutable and thread-safe.
 */
public final class ThingPatch implements Model {
  static final JsonAdapter<ThingPatch> ADAPTER = new Adapter();

  private final @Nullable String note;
  private final boolean noteIsNull;
  private final @Nullable URI home;
  private final boolean homeIsNull;
  private final @Nullable List<URI> mirrors;
  private final @Nullable List<String> tags;
  private final boolean tagsIsNull;
  private final @Nullable Kind kind;

  private ThingPatch(Builder builder) {
    this.note = builder.note;
    this.noteIsNull = builder.noteIsNull && builder.note == null;
    this.home = builder.home;
    this.homeIsNull = builder.homeIsNull && builder.home == null;
    this.mirrors = builder.mirrors;
    this.tags = builder.tags;
    this.tagsIsNull = builder.tagsIsNull && builder.tags == null;
    this.kind = builder.kind;
  }

  /** Returns a builder without fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.note = note;
    builder.noteIsNull = noteIsNull;
    builder.home = home;
    builder.homeIsNull = homeIsNull;
    builder.mirrors = mirrors;
    builder.tags = tags;
    builder.tagsIsNull = tagsIsNull;
    builder.kind = kind;
    return builder;
  }

  /**
   * A note. Null if it is missing, or null in JSON.
   */
  public @Nullable String note() {
    return note;
  }

  /**
   * Where it is at home. Null if it is missing, or null in JSON.
   */
  public @Nullable URI home() {
    return home;
  }

  /**
   * Where else it is. Null if it is missing.
   */
  public @Nullable List<URI> mirrors() {
    return mirrors;
  }

  /**
   * Words for it. Null if it is missing, or null in JSON.
   */
  public @Nullable List<String> tags() {
    return tags;
  }

  /**
   * Returns the field {@code kind}. Null if it is missing.
   */
  public @Nullable Kind kind() {
    return kind;
  }

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  @Override
  public Set<String> missingFields() {
    Set<String> missing = new LinkedHashSet<>();
    return Collections.unmodifiableSet(missing);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThingPatch that
        && Objects.equals(note, that.note) && noteIsNull == that.noteIsNull
        && Objects.equals(home, that.home) && homeIsNull == that.homeIsNull
        && Objects.equals(mirrors, that.mirrors)
        && Objects.equals(tags, that.tags) && tagsIsNull == that.tagsIsNull
        && Objects.equals(kind, that.kind);
  }

  @Override
  public int hashCode() {
    return Objects.hash(note, home, mirrors, tags, kind);
  }

  @Override
  public String toString() {
    return "ThingPatch["
        + "note=" + note
        + ", home=" + home
        + ", mirrors=" + mirrors
        + ", tags=" + tags
        + ", kind=" + kind
        + "]";
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
  public static final class Builder {
    private @Nullable String note;
    private boolean noteIsNull;
    private @Nullable URI home;
    private boolean homeIsNull;
    private @Nullable List<URI> mirrors;
    private @Nullable List<String> tags;
    private boolean tagsIsNull;
    private @Nullable Kind kind;

    private Builder() {}

    /**
     * A note. Null is sent as null.
     */
    public Builder note(@Nullable String note) {
      this.noteIsNull = note == null;
      this.note = note == null ? null : note;
      return this;
    }

    /**
     * Where it is at home. Null is sent as null.
     */
    public Builder home(@Nullable URI home) {
      this.homeIsNull = home == null;
      this.home = home == null ? null : home;
      return this;
    }

    /**
     * Where else it is.
     */
    public Builder mirrors(List<URI> mirrors) {
      this.mirrors = List.copyOf(mirrors);
      return this;
    }

    /**
     * Where else it is.
     */
    public Builder mirrors(URI... mirrors) {
      return mirrors(Arrays.asList(mirrors));
    }

    /**
     * Words for it. Null is sent as null.
     */
    public Builder tags(@Nullable List<String> tags) {
      this.tagsIsNull = tags == null;
      this.tags = tags == null ? null : List.copyOf(tags);
      return this;
    }

    /**
     * Sets {@link ThingPatch#kind()}.
     */
    public Builder kind(Kind kind) {
      this.kind = Objects.requireNonNull(kind, "kind");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public ThingPatch build() {
      ThingPatch built = new ThingPatch(this);
      if (!built.missingFields().isEmpty()) {
        throw new IllegalStateException("ThingPatch needs " + String.join(", ", built.missingFields()));
      }
      return built;
    }
  }

  private static final class Adapter extends JsonAdapter<ThingPatch> {
    private static final JsonReader.Options NAMES =
        JsonReader.Options.of("note", "home", "mirrors", "tags", "kind");

    @Override
    public ThingPatch fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      reader.beginObject();
      while (reader.hasNext()) {
        int name = reader.selectName(NAMES);
        if (name < 0) {
          reader.skipName();
          reader.skipValue();
        } else if (reader.peek() == JsonReader.Token.NULL) {
          reader.skipValue();
          builder.noteIsNull |= name + 1 == 1;
          builder.homeIsNull |= name + 1 == 2;
          builder.tagsIsNull |= name + 1 == 4;
        } else {
          switch (name + 1) {
            case 1 -> builder.note = Scalars.STRING.fromJson(reader);
            case 2 -> builder.home = Scalars.URI.fromJson(reader);
            case 3 -> builder.mirrors = Scalars.readList(reader, Scalars.URI);
            case 4 -> builder.tags = Scalars.readList(reader, Scalars.STRING);
            case 5 -> builder.kind = Kind.ADAPTER.fromJson(reader);
            default -> throw new AssertionError(name);
          }
        }
      }
      reader.endObject();
      return new ThingPatch(builder);
    }

    @Override
    public void toJson(JsonWriter writer, ThingPatch value) throws IOException {
      writer.beginObject();
      if (value.note != null) {
        writer.name("note");
        Scalars.STRING.toJson(writer, value.note);
      }
      if (value.noteIsNull) {
        writer.name("note");
        Scalars.writeNull(writer);
      }
      if (value.home != null) {
        writer.name("home");
        Scalars.URI.toJson(writer, value.home);
      }
      if (value.homeIsNull) {
        writer.name("home");
        Scalars.writeNull(writer);
      }
      if (value.mirrors != null) {
        writer.name("mirrors");
        Scalars.writeList(writer, Scalars.URI, value.mirrors);
      }
      if (value.tags != null) {
        writer.name("tags");
        Scalars.writeList(writer, Scalars.STRING, value.tags);
      }
      if (value.tagsIsNull) {
        writer.name("tags");
        Scalars.writeNull(writer);
      }
      if (value.kind != null) {
        writer.name("kind");
        Kind.ADAPTER.toJson(writer, value.kind);
      }
      writer.endObject();
    }
  }
}


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
import io.github.realtimekit.webhooks.internal.ModelFields;
import io.github.realtimekit.webhooks.internal.OtherJson;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a thing to change.
 *
 * <p>Immutable and thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class ThingPatch {
  static final JsonAdapter<ThingPatch> ADAPTER = new Adapter();

  private final @Nullable String note;
  private final @Nullable String home;
  private final @Nullable List<String> mirrors;
  private final @Nullable List<String> tags;
  private final @Nullable Kind kind;
  private final OtherJson otherJson;

  private ThingPatch(Builder builder) {
    this.note = builder.note;
    this.home = builder.home;
    this.mirrors = builder.mirrors;
    this.tags = builder.tags;
    this.kind = builder.kind;
    this.otherJson = builder.otherJson;
  }

  /** Returns a builder whose fields are not set, except those that have only one possible value. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the fields of this object, those that cannot be read included. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.note = note;
    builder.home = home;
    builder.mirrors = mirrors;
    builder.tags = tags;
    builder.kind = kind;
    builder.otherJson = otherJson;
    return builder;
  }

  /** A note. Null if it is missing or cannot be read, or null in JSON. */
  public @Nullable String note() {
    return note;
  }

  /** Home of the thing. Null if it is missing or cannot be read, or null in JSON. */
  public @Nullable URI home() {
    return Conversions.toURI(home);
  }

  /** Other places. Null if it is missing or cannot be read. */
  public @Nullable List<URI> mirrors() {
    return Conversions.each(mirrors, Conversions::toURI);
  }

  /** Words for it. Null if it is missing or cannot be read, or null in JSON. */
  public @Nullable List<String> tags() {
    return tags;
  }

  /** Returns the field kind. Null if it is missing or cannot be read. */
  public @Nullable Kind kind() {
    return kind;
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
    return new ModelFields("ThingPatch", otherJson)
        .optional("note", note)
        .optional("home", home, Conversions.toURI(home))
        .optional("mirrors", mirrors, Conversions.each(mirrors, Conversions::toURI))
        .optional("tags", tags)
        .optional("kind", kind);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThingPatch that
        && Objects.equals(this.note, that.note)
        && Objects.equals(this.home, that.home)
        && Objects.equals(this.mirrors, that.mirrors)
        && Objects.equals(this.tags, that.tags)
        && Objects.equals(this.kind, that.kind)
        && this.otherJson.equals(that.otherJson);
  }

  @Override
  public int hashCode() {
    return Objects.hash(note, home, mirrors, tags, kind, otherJson);
  }

  /** Returns the fields as they are in JSON, without the values of secret ones. */
  @Override
  public String toString() {
    return modelFields().toString();
  }

  @JsonCreator
  static ThingPatch fromJackson(Object json) throws IOException {
    return ADAPTER.fromJson(JsonAdapters.toJson(json).utf8());
  }

  @JsonValue
  @JsonRawValue
  String toJson() {
    return ADAPTER.toJson(this);
  }

  private static final class Adapter extends JsonAdapter<ThingPatch> {
    private static final FieldNames NAMES =
        FieldNames.of("note", "home", "mirrors", "tags", "kind");

    @Override
    public ThingPatch fromJson(JsonReader reader) throws IOException {
      Builder builder = new Builder();
      FieldReader fields = new FieldReader(reader, NAMES);
      while (fields.next()) {
        switch (fields.name()) {
          case "note" -> builder.note = fields.readOrNull(JsonAdapters.TEXT);
          case "home" -> builder.home = fields.readOrNull(JsonAdapters.TEXT);
          case "mirrors" -> builder.mirrors = fields.read(JsonAdapters.list(JsonAdapters.TEXT));
          case "tags" -> builder.tags = fields.readOrNull(JsonAdapters.list(JsonAdapters.TEXT));
          case "kind" -> builder.kind = fields.read(Kind.ADAPTER);
          default -> throw new AssertionError(fields.name());
        }
      }
      builder.otherJson = fields.otherJson();
      return new ThingPatch(builder);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable ThingPatch model) throws IOException {
      Objects.requireNonNull(model);
      FieldWriter fields = new FieldWriter(writer, model.otherJson);
      fields.write("note", model.note, JsonAdapters.TEXT);
      fields.write("home", model.home, JsonAdapters.TEXT);
      fields.write("mirrors", model.mirrors, JsonAdapters.list(JsonAdapters.TEXT));
      fields.write("tags", model.tags, JsonAdapters.list(JsonAdapters.TEXT));
      fields.write("kind", model.kind, Kind.ADAPTER);
      fields.end();
    }
  }

  /** Collects the fields of a {@link ThingPatch}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String note;
    private @Nullable String home;
    private @Nullable List<String> mirrors;
    private @Nullable List<String> tags;
    private @Nullable Kind kind;
    private OtherJson otherJson = OtherJson.NONE;

    private Builder() {}

    /** A note. Null is sent as null. */
    public Builder note(@Nullable String note) {
      if (note == null) {
        this.note = null;
        otherJson = otherJson.withNull("note");
        return this;
      }
      this.note = note;
      otherJson = otherJson.without("note");
      return this;
    }

    /** Home of the thing. Null is sent as null. */
    public Builder home(@Nullable URI home) {
      if (home == null) {
        this.home = null;
        otherJson = otherJson.withNull("home");
        return this;
      }
      this.home = home.toString();
      otherJson = otherJson.without("home");
      return this;
    }

    /** Other places. */
    public Builder mirrors(List<URI> mirrors) {
      Objects.requireNonNull(mirrors, "mirrors");
      this.mirrors = Conversions.each(List.copyOf(mirrors), Object::toString);
      otherJson = otherJson.without("mirrors");
      return this;
    }

    /** Other places. */
    public Builder mirrors(URI... mirrors) {
      return mirrors(Arrays.asList(mirrors));
    }

    /** Words for it. Null is sent as null. */
    public Builder tags(@Nullable List<String> tags) {
      if (tags == null) {
        this.tags = null;
        otherJson = otherJson.withNull("tags");
        return this;
      }
      this.tags = List.copyOf(tags);
      otherJson = otherJson.without("tags");
      return this;
    }

    /** Sets {@link ThingPatch#kind()}. */
    public Builder kind(Kind kind) {
      Objects.requireNonNull(kind, "kind");
      this.kind = kind;
      otherJson = otherJson.without("kind");
      return this;
    }

    /**
     * Builds the object.
     *
     * @throws IllegalStateException if a required field is missing; the message names it
     */
    public ThingPatch build() {
      ThingPatch built = new ThingPatch(this);
      Set<String> missing = built.missingFields();
      if (!missing.isEmpty()) {
        throw new IllegalStateException("ThingPatch needs " + String.join(", ", missing));
      }
      return built;
    }
  }
}

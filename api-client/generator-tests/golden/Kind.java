// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.realtimekit.webhooks.internal.JsonAdapters;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Kind of a thing.
 *
 * <p>An open set: a value that is unknown to this version is kept as it is. Immutable and
 * thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class Kind {
  /** {@code "small"}. */
  public static final Kind SMALL = new Kind("small");

  /** {@code "very.large"}. */
  public static final Kind VERY_LARGE = new Kind("very.large");

  private static final List<Kind> KNOWN = List.of(SMALL, VERY_LARGE);

  static final JsonAdapter<Kind> ADAPTER = new Adapter();

  private final String value;

  private Kind(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a known value, or another object for an unknown one.
   *
   * @throws NullPointerException if the value is null
   */
  @JsonCreator
  public static Kind of(String value) {
    for (Kind known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new Kind(Objects.requireNonNull(value, "value"));
  }

  /** Returns the values of this version of the specification, in its order. */
  public static List<Kind> known() {
    return KNOWN;
  }

  /** Returns whether the value is one of {@link #known()}. */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Returns the value as it is in JSON. */
  @JsonValue
  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Kind that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the value as it is in JSON. */
  @Override
  public String toString() {
    return value;
  }

  private static final class Adapter extends JsonAdapter<Kind> {
    private static final JsonReader.Options VALUES =
        JsonReader.Options.of(KNOWN.stream().map(Kind::value).toArray(String[]::new));

    @Override
    public Kind fromJson(JsonReader reader) throws IOException {
      int known = reader.selectString(VALUES);
      return known >= 0 ? KNOWN.get(known) : new Kind(JsonAdapters.TEXT.fromJson(reader));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Kind value) throws IOException {
      writer.value(Objects.requireNonNull(value).value);
    }
  }
}

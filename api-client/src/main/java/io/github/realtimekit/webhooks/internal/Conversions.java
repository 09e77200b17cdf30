package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Converts a field's JSON to the type of its accessor. Each method returns null for null and for a
 * value that does not fit; the templates choose it by the name of the type.
 */
public final class Conversions {
  private static final Pattern SPACE_FOR_T = Pattern.compile("^(.{10}) ");
  private static final Pattern MORE_THAN_NANOS = Pattern.compile("(\\.\\d{9})\\d+");

  private Conversions() {}

  @SuppressWarnings("MemberName") // Names end in that of the type.
  public static java.util.@Nullable UUID toUUID(@Nullable String text) {
    return converted(text, java.util.UUID::fromString);
  }

  public static @Nullable URI toURI(@Nullable String text) {
    return converted(text, URI::create);
  }

  /** Parses a date-time of RFC 3339 without leap seconds; drops the digits after nanoseconds. */
  public static @Nullable Instant toInstant(@Nullable String text) {
    return converted(text, Conversions::parseInstant);
  }

  private static Instant parseInstant(String text) {
    String withT = SPACE_FOR_T.matcher(text).replaceFirst("$1T");
    return OffsetDateTime.parse(MORE_THAN_NANOS.matcher(withT).replaceFirst("$1")).toInstant();
  }

  public static @Nullable LocalDate toLocalDate(@Nullable String text) {
    return converted(text, LocalDate::parse);
  }

  /** Returns null for a fraction, too, and beyond 32 bits. */
  public static @Nullable Integer toInteger(@Nullable JsonNumber number) {
    return converted(toBigDecimal(number), BigDecimal::intValueExact);
  }

  /** Returns null for a fraction, too, and beyond 64 bits. */
  public static @Nullable Long toLong(@Nullable JsonNumber number) {
    return converted(toBigDecimal(number), BigDecimal::longValueExact);
  }

  /** Returns null for infinity, too. */
  public static @Nullable Double toDouble(@Nullable JsonNumber number) {
    BigDecimal exact = toBigDecimal(number);
    return exact == null || Double.isInfinite(exact.doubleValue()) ? null : exact.doubleValue();
  }

  public static @Nullable BigDecimal toBigDecimal(@Nullable JsonNumber number) {
    return number == null ? null : number.toBigDecimal();
  }

  /** Returns Moshi's maps, lists, strings, doubles and booleans. */
  public static @Nullable Object toObject(@Nullable ByteString json) {
    try {
      return json == null ? null : JsonReader.of(new Buffer().write(json)).readJsonValue();
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  private static <J, T> @Nullable T converted(@Nullable J json, Function<J, T> conversion) {
    try {
      return json == null ? null : conversion.apply(json);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      return null;
    }
  }

  /**
   * Converts the elements of a list or the values of a map, and those of lists and maps in it, to
   * an unmodifiable copy. Returns null if one of them does not fit; those that are null stay.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The template has the types.
  public static <R, J> @Nullable R each(@Nullable Object json, Function<J, ?> conversion) {
    if (json instanceof List<?> list) {
      List<@Nullable Object> converted = new ArrayList<>(list.size());
      for (Object element : list) {
        Object value = each(element, conversion);
        if (value == null && element != null) {
          return null;
        }
        converted.add(value);
      }
      return (R) Collections.unmodifiableList(converted);
    }
    if (json instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> converted = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object value = each(entry.getValue(), conversion);
        if (value == null && entry.getValue() != null) {
          return null;
        }
        converted.put(entry.getKey(), value);
      }
      return (R) Collections.unmodifiableMap(converted);
    }
    return json == null ? null : (R) conversion.apply((J) json);
  }

  /** Copies a list that may hold nulls, or a map in its order, and lists and maps in it. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // The template has the types.
  public static <R> R copyOf(Object value) {
    return Objects.requireNonNull(Conversions.<R, Object>each(value, element -> element));
  }
}

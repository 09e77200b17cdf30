package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adapters of single values, of which the generated adapters consist. The templates find each by
 * the name of its Java type in capitals. A value of another JSON type is rejected, not converted.
 */
final class Scalars {
  static final JsonAdapter<String> STRING = new Text<>("a string", text -> text, text -> text);
  static final JsonAdapter<java.util.UUID> UUID =
      new Text<>("a UUID", java.util.UUID::fromString, Object::toString);
  static final JsonAdapter<java.net.URI> URI =
      new Text<>("a URI", java.net.URI::create, Object::toString);
  static final JsonAdapter<Instant> INSTANT =
      new Text<>("a date-time", Timestamps::parse, Instant::toString);
  static final JsonAdapter<LocalDate> LOCALDATE =
      new Text<>("a date", LocalDate::parse, Object::toString);
  static final JsonAdapter<Boolean> BOOLEAN = new Plain<>(Token.BOOLEAN, JsonReader::nextBoolean);
  static final JsonAdapter<Integer> INTEGER = new Plain<>(Token.NUMBER, JsonReader::nextInt);
  static final JsonAdapter<Long> LONG = new Plain<>(Token.NUMBER, JsonReader::nextLong);
  static final JsonAdapter<Long> DIGITS_LONG = new Digits();
  static final JsonAdapter<Double> DOUBLE = new Plain<>(Token.NUMBER, JsonReader::nextDouble);
  static final JsonAdapter<BigDecimal> BIGDECIMAL =
      new Plain<>(Token.NUMBER, reader -> new BigDecimal(reader.nextString()));

  /** Any JSON value, as Moshi's maps, lists, strings, doubles, booleans and nulls. */
  static final JsonAdapter<Object> OBJECT =
      new JsonAdapter<>() {
        @Override
        public @Nullable Object fromJson(JsonReader reader) throws IOException {
          return reader.readJsonValue();
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
          writer.jsonValue(value);
        }
      };

  private Scalars() {}

  static <T> JsonAdapter<List<T>> list(JsonAdapter<T> element) {
    return new JsonAdapter<>() {
      @Override
      public List<T> fromJson(JsonReader reader) throws IOException {
        List<T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          list.add(element.fromJson(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(list);
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable List<T> list) throws IOException {
        writer.beginArray();
        for (int i = 0;
            i < Objects.requireNonNull(list).size();
            i++) { // No iterator for each list.
          element.toJson(writer, list.get(i));
        }
        writer.endArray();
      }
    };
  }

  static <T> JsonAdapter<Map<String, T>> map(JsonAdapter<T> value) {
    return new JsonAdapter<>() {
      @Override
      public Map<String, T> fromJson(JsonReader reader) throws IOException {
        Map<String, T> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          map.put(reader.nextName(), value.fromJson(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(map);
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable Map<String, T> map) throws IOException {
        writer.beginObject();
        for (Map.Entry<String, T> entry : Objects.requireNonNull(map).entrySet()) {
          writer.name(entry.getKey());
          value.toJson(writer, entry.getValue());
        }
        writer.endObject();
      }
    };
  }

  static <T> JsonAdapter<@Nullable T> nullable(JsonAdapter<T> adapter) {
    return new JsonAdapter<>() {
      @Override
      public @Nullable T fromJson(JsonReader reader) throws IOException {
        return reader.peek() == Token.NULL ? reader.nextNull() : adapter.fromJson(reader);
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        if (value == null) {
          writeNull(writer);
        } else {
          adapter.toJson(writer, value);
        }
      }
    };
  }

  /** Creates the constants of an enum. The generator breaks up in literals what ends a comment. */
  static <T> List<T> known(Function<String, T> create, String... literals) {
    return Stream.of(literals)
        .map(literal -> create.apply(literal.replace("*_/", "*/").replace("/_*", "/*")))
        .toList();
  }

  /** Copies a list that may hold nulls, which {@link List#copyOf} rejects. */
  static <T extends @Nullable Object> List<T> copyOf(List<T> list) {
    return Collections.unmodifiableList(new ArrayList<>(list));
  }

  /** Copies a map in its order, which {@link Map#copyOf} does not keep. */
  static <T extends @Nullable Object> Map<String, T> copyOf(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Returns whether the adapter's values are text in JSON, of which not every one fits. */
  static boolean isText(JsonAdapter<?> adapter) {
    return adapter instanceof Text;
  }

  /** Writes a null that is meant: a writer leaves nulls out. */
  static void writeNull(JsonWriter writer) throws IOException {
    boolean leftOut = !writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    writer.nullValue();
    writer.setSerializeNulls(!leftOut);
  }

  private static void expect(JsonReader reader, Token token, String what) throws IOException {
    if (reader.peek() != token) {
      throw new JsonDataException(
          "Expected %s but was %s at path %s".formatted(what, reader.peek(), reader.getPath()));
    }
  }

  /** A value that JSON has only text for. */
  private static final class Text<T> extends JsonAdapter<T> {
    private final String expected;
    private final Function<String, T> parse;
    private final Function<T, String> format;

    Text(String expected, Function<String, T> parse, Function<T, String> format) {
      this.expected = expected;
      this.parse = parse;
      this.format = format;
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
      expect(reader, Token.STRING, expected);
      String text = reader.nextString();
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new JsonDataException(
            "Expected %s but was \"%s\" at path %s".formatted(expected, text, reader.getPath()), e);
      }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      writer.value(format.apply(Objects.requireNonNull(value)));
    }
  }

  /** A value that JSON has a type for. */
  private static final class Plain<T> extends JsonAdapter<T> {
    interface Read<T> {
      T from(JsonReader reader) throws IOException;
    }

    private final Token token;
    private final String expected;
    private final Read<T> read;

    Plain(Token token, Read<T> read) {
      this.token = token;
      this.expected = "a " + token.name().toLowerCase(Locale.ROOT);
      this.read = read;
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
      expect(reader, token, expected);
      return read.from(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      if (value instanceof Boolean flag) {
        writer.value(flag);
      } else {
        writer.value((Number) value);
      }
    }
  }

  /** A string of digits, as which a number is read too. */
  private static final class Digits extends JsonAdapter<Long> {
    @Override
    public Long fromJson(JsonReader reader) throws IOException {
      return reader.nextLong();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Long value) throws IOException {
      writer.value(String.valueOf(value));
    }
  }
}

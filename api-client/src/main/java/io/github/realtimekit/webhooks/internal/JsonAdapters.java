package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Adapters for the types of JSON: text, numbers, booleans, lists and maps. They convert nothing,
 * and throw {@link OtherTypeException} for JSON of another type.
 */
public final class JsonAdapters {
  public static final JsonAdapter<String> TEXT =
      new Scalar<>(Token.STRING, JsonReader::nextString, JsonWriter::value);
  public static final JsonAdapter<Boolean> BOOLEAN =
      new Scalar<>(Token.BOOLEAN, JsonReader::nextBoolean, JsonWriter::value);
  public static final JsonAdapter<JsonNumber> NUMBER =
      new Scalar<>(
          Token.NUMBER, reader -> new JsonNumber(reader.nextString(), false), JsonAdapters::write);

  /** A string of digits; reads a number, too. */
  public static final JsonAdapter<JsonNumber> DIGITS =
      new JsonAdapter<>() {
        @Override
        public @Nullable JsonNumber fromJson(JsonReader reader) throws IOException {
          return reader.peek() == Token.STRING
              ? new JsonNumber(reader.nextString(), true)
              : NUMBER.fromJson(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable JsonNumber value) throws IOException {
          NUMBER.toJson(writer, value);
        }
      };

  /** Any value but null, byte for byte. */
  public static final JsonAdapter<ByteString> ANY =
      new JsonAdapter<>() {
        @Override
        public ByteString fromJson(JsonReader reader) throws IOException {
          return RawJson.read(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable ByteString value) throws IOException {
          RawJson.write(writer, Objects.requireNonNull(value));
        }
      };

  private JsonAdapters() {}

  /**
   * Returns the JSON of maps, lists, strings, numbers, booleans and nulls.
   *
   * @throws IllegalArgumentException if it holds an object of another class
   */
  public static ByteString toJson(@Nullable Object value) {
    Buffer json = new Buffer();
    JsonWriter writer = JsonWriter.of(json);
    writer.setSerializeNulls(true);
    try {
      writer.jsonValue(value);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
    return json.readByteString();
  }

  /** Returns an adapter for Moshi, which fails as Moshi's own do. */
  public static <T> JsonAdapter<T> forMoshi(JsonAdapter<T> adapter) {
    return new JsonAdapter<>() {
      @Override
      public @Nullable T fromJson(JsonReader reader) throws IOException {
        try {
          return adapter.fromJson(reader);
        } catch (OtherTypeException e) {
          throw new JsonDataException(e.getMessage());
        }
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        adapter.toJson(writer, value);
      }
    };
  }

  public static <T> JsonAdapter<@Nullable T> nullable(JsonAdapter<T> adapter) {
    return new JsonAdapter<>() {
      @Override
      public @Nullable T fromJson(JsonReader reader) throws IOException {
        return reader.peek() == Token.NULL ? reader.nextNull() : adapter.fromJson(reader);
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        if (value == null) {
          RawJson.write(writer, RawJson.NULL);
        } else {
          adapter.toJson(writer, value);
        }
      }
    };
  }

  public static <T> JsonAdapter<List<T>> list(JsonAdapter<T> element) {
    return new ListAdapter<>(element);
  }

  public static <T> JsonAdapter<Map<String, T>> map(JsonAdapter<T> value) {
    return new MapAdapter<>(value);
  }

  private static void write(JsonWriter writer, JsonNumber value) throws IOException {
    if (value.isQuoted()) {
      writer.value(value.toString());
    } else {
      writer.value((Number) value);
    }
  }

  private static final class Scalar<T> extends JsonAdapter<T> {
    interface Read<T> {
      T from(JsonReader reader) throws IOException;
    }

    interface Write<T> {
      void to(JsonWriter writer, T value) throws IOException;
    }

    private final Token token;
    private final Read<T> read;
    private final Write<T> write;

    Scalar(Token token, Read<T> read, Write<T> write) {
      this.token = token;
      this.read = read;
      this.write = write;
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
      OtherTypeException.expect(reader, token);
      return read.from(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      write.to(writer, Objects.requireNonNull(value));
    }
  }
}

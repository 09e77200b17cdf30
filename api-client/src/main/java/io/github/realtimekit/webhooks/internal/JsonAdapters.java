package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Adapters of what JSON has: text, numbers, booleans, lists and maps. They convert nothing, and
 * throw {@link OtherTypeException} for JSON of another type.
 */
public final class JsonAdapters {
  public static final JsonAdapter<String> TEXT =
      new Scalar<>(Token.STRING, JsonReader::nextString, JsonWriter::value);
  public static final JsonAdapter<Boolean> BOOLEAN =
      new Scalar<>(Token.BOOLEAN, JsonReader::nextBoolean, JsonWriter::value);
  public static final JsonAdapter<JsonNumber> NUMBER =
      new Scalar<>(
          Token.NUMBER, reader -> new JsonNumber(reader.nextString(), false), JsonAdapters::write);

  /** A string of digits, as which a number is read too. */
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
          RawJson.writeNull(writer);
        } else {
          adapter.toJson(writer, value);
        }
      }
    };
  }

  public static <T> JsonAdapter<List<T>> list(JsonAdapter<T> element) {
    return new JsonAdapter<>() {
      @Override
      public List<T> fromJson(JsonReader reader) throws IOException {
        OtherTypeException.expect(reader, Token.BEGIN_ARRAY);
        List<T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          try {
            list.add(element.fromJson(reader));
          } catch (OtherTypeException e) {
            throw e.within(rest(list, e.json(), reader));
          }
        }
        reader.endArray();
        return Collections.unmodifiableList(list);
      }

      /** Reads the other elements, too, and returns the whole list. */
      private ByteString rest(List<T> before, ByteString other, JsonReader reader)
          throws IOException {
        Buffer json = new Buffer();
        JsonWriter writer = JsonWriter.of(json).beginArray();
        for (T value : before) {
          element.toJson(writer, value);
        }
        RawJson.write(writer, other);
        while (reader.hasNext()) {
          RawJson.write(writer, RawJson.read(reader));
        }
        reader.endArray();
        writer.endArray();
        return json.readByteString();
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable List<T> list) throws IOException {
        writer.beginArray();
        for (T value : Objects.requireNonNull(list)) {
          element.toJson(writer, value);
        }
        writer.endArray();
      }
    };
  }

  public static <T> JsonAdapter<Map<String, T>> map(JsonAdapter<T> value) {
    return new JsonAdapter<>() {
      @Override
      public Map<String, T> fromJson(JsonReader reader) throws IOException {
        OtherTypeException.expect(reader, Token.BEGIN_OBJECT);
        Map<String, T> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          try {
            map.put(name, value.fromJson(reader));
          } catch (OtherTypeException e) {
            throw e.within(rest(map, name, e.json(), reader));
          }
        }
        reader.endObject();
        return Collections.unmodifiableMap(map);
      }

      /** Reads the other entries, too, and returns the whole map. */
      private ByteString rest(
          Map<String, T> before, String name, ByteString other, JsonReader reader)
          throws IOException {
        Buffer json = new Buffer();
        JsonWriter writer = JsonWriter.of(json).beginObject();
        write(writer, before);
        RawJson.write(writer.name(name), other);
        while (reader.hasNext()) {
          writer.name(reader.nextName());
          RawJson.write(writer, RawJson.read(reader));
        }
        reader.endObject();
        writer.endObject();
        return json.readByteString();
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable Map<String, T> map) throws IOException {
        writer.beginObject();
        write(writer, Objects.requireNonNull(map));
        writer.endObject();
      }

      private void write(JsonWriter writer, Map<String, T> map) throws IOException {
        for (Map.Entry<String, T> entry : map.entrySet()) {
          value.toJson(writer.name(entry.getKey()), entry.getValue());
        }
      }
    };
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

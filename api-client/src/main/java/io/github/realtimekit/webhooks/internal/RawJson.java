package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;

/** Reads and writes JSON values byte for byte. */
public final class RawJson {
  static final ByteString NULL = ByteString.encodeUtf8("null");

  private RawJson() {}

  /**
   * Reads the next value.
   *
   * @throws IOException if it is not well-formed
   */
  static ByteString read(JsonReader reader) throws IOException {
    try (BufferedSource source = reader.nextSource()) {
      ByteString json = source.readByteString();
      check(JsonReader.of(new Buffer().write(json))); // The reader only counted brackets.
      return json;
    }
  }

  /** Returns whether this is one JSON value, which Moshi can read. */
  public static boolean isWellFormed(ByteString json) {
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    try {
      check(reader);
      return reader.peek() == JsonReader.Token.END_DOCUMENT;
    } catch (IOException | JsonDataException e) {
      return false;
    }
  }

  private static void check(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_ARRAY -> {
        reader.beginArray();
        while (reader.hasNext()) {
          check(reader);
        }
        reader.endArray();
      }
      case BEGIN_OBJECT -> {
        reader.beginObject();
        while (reader.hasNext()) {
          String unused = reader.nextName(); // Unlike skipName, this reads escapes.
          check(reader);
        }
        reader.endObject();
      }
      case STRING, NUMBER -> {
        String unused = reader.nextString();
      }
      default -> reader.skipValue();
    }
  }

  /** Writes JSON, and a null even when {@code serializeNulls} is off. */
  public static void write(JsonWriter writer, ByteString json) throws IOException {
    try (BufferedSink sink = writer.valueSink()) {
      sink.write(json);
    }
  }

  /** Returns the JSON to show, without strings and the content of lists and objects. */
  static String shown(ByteString json) {
    return switch (json.getByte(0)) {
      case '{' -> "{…}";
      case '[' -> "[…]";
      case '"' -> "\"…\"";
      default -> json.utf8();
    };
  }
}

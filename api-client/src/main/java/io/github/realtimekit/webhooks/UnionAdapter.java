package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Reads the value of an open union by its discriminator, wherever in the object that stands. JSON
 * that no known type fits becomes an unknown value, which keeps it; so reading never fails because
 * of what the JSON says.
 */
abstract class UnionAdapter<T> extends JsonAdapter<T> {
  private final JsonReader.Options discriminator;
  private final JsonReader.Options types;

  UnionAdapter(String discriminator, String... types) {
    this.discriminator = JsonReader.Options.of(discriminator);
    this.types = JsonReader.Options.of(types);
  }

  /** Reads a value of the type with this index. */
  abstract T read(int type, JsonReader reader) throws IOException;

  /** Returns the type that the value itself tells. */
  abstract String type(T value);

  /** Returns the value for what cannot be read; its type is empty if the JSON does not tell it. */
  abstract T unknown(String type, ByteString json, String reason);

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    try (BufferedSource json = reader.nextSource()) {
      return read(json.readByteString());
    }
  }

  /** Reads a whole document, be it JSON or not. */
  T read(ByteString json) {
    String type = "";
    Buffer buffer = new Buffer().write(json);
    JsonReader reader = JsonReader.of(buffer);
    try {
      if (!findDiscriminator(reader)) {
        return unknown(type, json, "The type is missing");
      }
      int known = reader.selectString(types);
      if (known < 0) {
        type = reader.nextString();
        return unknown(type, json, "This version does not know the type");
      }
      type = types.strings().get(known);
      buffer.clear(); // From the start again, in the same memory: a peeked reader needs its own.
      reader = JsonReader.of(buffer.write(json));
      T value = read(known, reader);
      if (reader.peek() != Token.END_DOCUMENT || !type(value).equals(type)) {
        throw new JsonDataException("More than one value, or more than one type");
      }
      return value;
    } catch (JsonDataException e) {
      // No message of Moshi's: it may quote a secret.
      return unknown(type, json, "A value does not fit the schema at " + reader.getPath());
    } catch (IOException e) {
      return unknown(type, json, "Malformed JSON at " + reader.getPath());
    } finally {
      buffer.clear();
    }
  }

  private boolean findDiscriminator(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      if (reader.selectName(discriminator) == 0) {
        return reader.peek() == Token.STRING;
      }
      reader.skipName();
      reader.skipValue();
    }
    return false;
  }
}

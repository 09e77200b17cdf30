package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of an open union by its discriminator, at any place in the object. A value of an
 * unknown type, or JSON that cannot be read as a value, becomes an unknown value that keeps the
 * bytes.
 */
public abstract class UnionAdapter<T> extends JsonAdapter<T> {
  private final JsonReader.Options discriminator;

  protected UnionAdapter(String discriminator) {
    this.discriminator = JsonReader.Options.of(discriminator);
  }

  /** Returns the adapter of a type, or null if it is not known. */
  protected abstract @Nullable JsonAdapter<? extends T> adapter(String type);

  /**
   * Returns the type that the value itself names.
   *
   * @throws IllegalStateException if it names none
   */
  protected abstract String type(T value);

  /** Returns the value for JSON that cannot be read; its type is empty if the JSON names none. */
  protected abstract T unknown(String type, ByteString json, String reason);

  /** Reads JSON, or a string as which other text was written. */
  @Override
  public T fromJson(JsonReader reader) throws IOException {
    boolean isString = reader.peek() == Token.STRING;
    ByteString json = RawJson.read(reader);
    if (isString) {
      ByteString text = ByteString.encodeUtf8(JsonReader.of(new Buffer().write(json)).nextString());
      return read(RawJson.isWellFormed(text) ? json : text);
    }
    return read(json);
  }

  /** Reads a whole document, JSON or not. Never throws. */
  public T read(ByteString json) {
    String type = "";
    Buffer bytes = new Buffer();
    JsonReader reader = JsonReader.of(bytes.write(json));
    try {
      if (reader.peek() != Token.BEGIN_OBJECT) {
        return unknown(type, json, "Not a JSON object");
      }
      if (!findType(reader)) {
        return unknown(type, json, "The type is missing or not a string");
      }
      type = reader.nextString();
      JsonAdapter<? extends T> adapter = adapter(type);
      if (adapter == null) {
        return unknown(type, json, "The type is unknown to this version");
      }
      bytes.clear(); // Its memory goes back to Okio's pool.
      reader = JsonReader.of(bytes.write(json));
      T value = adapter.fromJson(reader);
      // Peeking throws if anything follows.
      boolean isOne = reader.peek() == Token.END_DOCUMENT && type(value).equals(type);
      return isOne ? value : unknown(type, json, "More than one type");
    } catch (IllegalStateException e) {
      return unknown(type, json, "More than one type");
    } catch (JsonDataException e) {
      // No message of Moshi's: it may quote a secret.
      return unknown(type, json, "Nested too deeply at " + reader.getPath());
    } catch (IOException e) {
      return unknown(type, json, "Malformed JSON at " + reader.getPath());
    }
  }

  private boolean findType(JsonReader reader) throws IOException {
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

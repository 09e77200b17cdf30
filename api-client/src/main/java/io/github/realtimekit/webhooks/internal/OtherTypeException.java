package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.ByteString;

/**
 * Thrown for JSON of another type than the specification says, once it has been read. Without a
 * stack trace, since one response may hold many.
 */
final class OtherTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ByteString json;

  private OtherTypeException(String message, ByteString json) {
    super(message, null, false, false);
    this.json = json;
  }

  /** Reads the value and throws if it is of another type. */
  static void expect(JsonReader reader, JsonReader.Token expected) throws IOException {
    JsonReader.Token found = reader.peek();
    if (found != expected) {
      String path = reader.getPath();
      throw new OtherTypeException(
          "Expected " + expected + " but was " + found + " at path " + path, RawJson.read(reader));
    }
  }

  /** Returns an exception for the list or map that contains this value. */
  OtherTypeException within(ByteString json) {
    return new OtherTypeException(String.valueOf(getMessage()), json);
  }

  ByteString json() {
    return json;
  }
}

package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object. A value that does not fit its field is kept as JSON. */
public final class FieldReader {
  private final JsonReader reader;
  private final FieldNames names;
  private String name = "";
  private OtherJson otherJson = OtherJson.NONE;

  /** Begins the object. */
  public FieldReader(JsonReader reader, FieldNames names) throws IOException {
    OtherTypeException.expect(reader, Token.BEGIN_OBJECT);
    reader.beginObject();
    this.reader = reader;
    this.names = names;
  }

  /** Moves to the next field that has one of the names. Returns false after the last. */
  public boolean next() throws IOException {
    while (reader.hasNext()) {
      int index = reader.selectName(names.options());
      if (index >= 0) {
        name = names.get(index);
        return true;
      }
      reader.skipName();
      reader.skipValue();
    }
    reader.endObject();
    return false;
  }

  /** Returns the name of the field in JSON. */
  public String name() {
    return name;
  }

  /** Reads the value; returns null if it is null or does not fit the field. */
  public <T> @Nullable T read(JsonAdapter<T> adapter) throws IOException {
    if (reader.peek() == Token.NULL) {
      return taken(reader.nextNull());
    }
    try {
      return taken(adapter.fromJson(reader));
    } catch (OtherTypeException e) {
      otherJson = otherJson.with(name, e.json());
      return null;
    }
  }

  /** Reads the value as {@link #read} does, and distinguishes null from a missing field. */
  public <T> @Nullable T readOrNull(JsonAdapter<T> adapter) throws IOException {
    boolean isNull = reader.peek() == Token.NULL;
    T value = read(adapter);
    if (isNull) {
      otherJson = otherJson.withNull(name);
    }
    return value;
  }

  /** Returns the value, which replaces an earlier one of the same name. */
  private <T> @Nullable T taken(@Nullable T value) {
    otherJson = otherJson.without(name);
    return value;
  }

  /** Returns the fields that were kept. */
  public OtherJson otherJson() {
    return otherJson;
  }
}

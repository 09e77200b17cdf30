package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A field of a generated model, with its name in JSON. */
record ModelField(
    String name,
    JsonAdapter<Object> adapter,
    boolean isRequired,
    boolean isNullable,
    boolean isSecret) {

  static ModelField optional(String name, JsonAdapter<?> adapter) {
    return new ModelField(name, ofObjects(adapter), false, false, false);
  }

  static ModelField required(String name, JsonAdapter<?> adapter) {
    return new ModelField(name, ofObjects(adapter), true, false, false);
  }

  /** Returns the field, for which JSON may have null. */
  ModelField nullable() {
    return new ModelField(name, adapter, isRequired, true, isSecret);
  }

  /** Returns the field, whose value no text shows. */
  ModelField secret() {
    return new ModelField(name, adapter, isRequired, isNullable, true);
  }

  @SuppressWarnings("unchecked") // Only takes what it made, or what a builder's typed method set.
  private static JsonAdapter<Object> ofObjects(JsonAdapter<?> adapter) {
    return (JsonAdapter<Object>) adapter;
  }

  /**
   * Reads the value. Text of a required field that is not of its type must not make a whole list
   * unreadable, so it is kept as a problem for the accessor, which throws.
   */
  @Nullable Object read(JsonReader reader) throws IOException {
    if (!isRequired || !Scalars.isText(adapter) || reader.peek() != Token.STRING) {
      return adapter.fromJson(reader);
    }
    try {
      return adapter.fromJson(reader);
    } catch (JsonDataException e) {
      return new Model.Unreadable(String.valueOf(e.getMessage()));
    }
  }
}

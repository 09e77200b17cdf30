package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one JSON object, without those that are missing. */
public final class FieldWriter {
  private final JsonWriter writer;
  private final OtherJson otherJson;

  /** Begins the object. */
  public FieldWriter(JsonWriter writer, OtherJson otherJson) throws IOException {
    writer.beginObject();
    this.writer = writer;
    this.otherJson = otherJson;
  }

  public <T> void write(String name, @Nullable T value, JsonAdapter<T> adapter) throws IOException {
    if (value != null) {
      adapter.toJson(writer.name(name), value);
      return;
    }
    ByteString other = otherJson.get(name);
    if (other != null) {
      RawJson.write(writer.name(name), other);
    }
  }

  /** Ends the object. */
  public void end() throws IOException {
    writer.endObject();
  }
}

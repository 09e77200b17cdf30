package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A map, which fits its field if each value does. */
final class MapAdapter<T> extends JsonAdapter<Map<String, T>> {
  private final JsonAdapter<T> value;

  MapAdapter(JsonAdapter<T> value) {
    this.value = value;
  }

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
  private ByteString rest(Map<String, T> before, String name, ByteString other, JsonReader reader)
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
}

package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A list, which fits its field if each element does. */
final class ListAdapter<T> extends JsonAdapter<List<T>> {
  private final JsonAdapter<T> element;

  ListAdapter(JsonAdapter<T> element) {
    this.element = element;
  }

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
  private ByteString rest(List<T> before, ByteString other, JsonReader reader) throws IOException {
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
}

package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * An event of a type that this version does not know, or one that does not fit its schema. Moshi
 * and Jackson write the JSON as it was received, and what cannot be parsed as a string. Immutable
 * and thread-safe.
 */
public final class UnknownEvent extends Event {
  private final EventType type;
  private final ByteString json;
  private final String reason;

  UnknownEvent(String type, ByteString json, String reason) {
    super(List.of(), new Object[0]);
    this.type = EventType.of(type);
    this.json = json;
    this.reason = reason;
  }

  /** Returns the type as the JSON names it; its value is empty if the JSON names none. */
  @Override
  public EventType type() {
    return type;
  }

  /** Returns the event as it was received, usually JSON. It may hold secrets. */
  public String json() {
    return json.utf8();
  }

  /** Returns why the event was not read, without a value from it. */
  public String reason() {
    return reason;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitOther(this);
  }

  @Override
  void write(JsonWriter writer) throws IOException {
    if (!isJson()) {
      writer.value(json());
      return;
    }
    try (BufferedSink sink = writer.valueSink()) {
      sink.write(json);
    }
  }

  private boolean isJson() {
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    try {
      reader.readJsonValue();
      return reader.peek() == JsonReader.Token.END_DOCUMENT;
    } catch (IOException | JsonDataException e) {
      return false;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnknownEvent that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return Objects.hash(json);
  }

  @Override
  public String toString() {
    return "UnknownEvent[event=" + type + ", reason=" + reason + "]";
  }
}

package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonWriter;
import io.github.realtimekit.webhooks.internal.RawJson;
import java.io.IOException;
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * An event whose type is unknown to this version, or a body that cannot be read as an event: it is
 * not a JSON object, names no type or several, or is nested too deeply. Moshi and Jackson write
 * JSON as it was received, and anything else as a string. Immutable and thread-safe.
 */
public final class UnknownEvent extends Event {
  private final EventType type;
  private final ByteString json;
  private final String reason;

  UnknownEvent(String type, ByteString json, String reason) {
    this.type = EventType.of(type);
    this.json = json;
    this.reason = reason;
  }

  /** Returns the type that the JSON names; its value is empty if there is none. */
  @Override
  public EventType type() {
    return type;
  }

  /** Returns the event as it was received, usually JSON. It may contain secrets. */
  public String json() {
    return json.utf8();
  }

  /** Returns why the event is unknown, without a value from it. */
  public String reason() {
    return reason;
  }

  /** Returns an empty set, since no field is known. */
  @Override
  public Set<String> missingFields() {
    return Set.of();
  }

  /** Returns an empty set, since no field is known. */
  @Override
  public Set<String> unreadableFields() {
    return Set.of();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitOther(this);
  }

  @Override
  void write(JsonWriter writer) throws IOException {
    if (RawJson.isWellFormed(json)) {
      RawJson.write(writer, json);
    } else {
      writer.value(json());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnknownEvent that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return "UnknownEvent[event=" + type + ", reason=" + reason + "]";
  }
}

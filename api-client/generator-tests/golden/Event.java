// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import io.github.realtimekit.webhooks.internal.JsonAdapters;
import io.github.realtimekit.webhooks.internal.UnionAdapter;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Event in the life of a thing.
 *
 * <p>An open set: a type that is unknown to this version is an {@link UnknownEvent}. Immutable and
 * thread-safe. Jackson reads and writes it as the API does.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public abstract class Event {
  static final UnionAdapter<Event> ADAPTER = new Adapter();

  /** Not sealed, since a type that the API adds must not break a caller's exhaustive switch. */
  Event() {}

  /**
   * Reads JSON, byte for byte as it was received, and never throws. A type that is unknown to this
   * version, or JSON that cannot be read as one of the types, becomes an {@link UnknownEvent}.
   */
  public static Event parse(byte[] json) {
    return ADAPTER.read(ByteString.of(json));
  }

  /**
   * Returns the type; that of an {@link UnknownEvent} is usually not among {@link
   * EventType#known()}.
   */
  public abstract EventType type();

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  public abstract Set<String> missingFields();

  /**
   * Returns the JSON names of the fields that are there and cannot be read, such as {@code
   * meeting.id}.
   */
  public abstract Set<String> unreadableFields();

  /** Returns the result of the visitor's method for this class. */
  public abstract <R> R accept(Visitor<R> visitor);

  abstract void write(JsonWriter writer) throws IOException;

  @JsonCreator
  static Event fromJackson(Object json) throws IOException {
    return ADAPTER.fromJson(JsonAdapters.toJson(json).utf8());
  }

  @JsonValue
  @JsonRawValue
  String toJson() {
    return ADAPTER.toJson(this);
  }

  /**
   * Visitor with a method for each class. Override those of interest: the others, and those that a
   * later version adds, return what {@link #visitOther} returns.
   *
   * @param <R> type of the result; {@code Void} for none
   */
  public interface Visitor<R> {
    default R visit(ThingLost value) {
      return visitOther(value);
    }

    default R visit(ThingMade value) {
      return visitOther(value);
    }

    /** Visits an {@link UnknownEvent}, and each class whose own method is not overridden. */
    R visitOther(Event value);
  }

  private static final class Adapter extends UnionAdapter<Event> {
    Adapter() {
      super("event");
    }

    @Override
    protected @Nullable JsonAdapter<? extends Event> adapter(String type) {
      return switch (type) {
        case "thing.lost" -> ThingLost.ADAPTER;
        case "thing.made" -> ThingMade.ADAPTER;
        default -> null;
      };
    }

    @Override
    protected String type(Event value) {
      return value.type().value();
    }

    @Override
    protected Event unknown(String type, ByteString json, String reason) {
      return new UnknownEvent(type, json, reason);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Event value) throws IOException {
      Objects.requireNonNull(value).write(writer);
    }
  }
}

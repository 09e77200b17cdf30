package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

/**
 * {@literal Event in the life of a thing.}
 *
 * <p>An open set: what no schema of this version fits is an {@link UnknownEvent}. Immutable and thread-safe. Jackson
 * reads and writes it as the API does.
 */
public abstract class Event extends Model {
  static final UnionAdapter<Event> ADAPTER = new Adapter();

  /** Not sealed, since a type that the API adds must not break a caller's exhaustive switch. */
  Event(List<ModelField> fields, @Nullable Object[] values) {
    super(fields, values);
  }

  /** Reads JSON, byte for byte as it was received. What cannot be read is an {@link UnknownEvent}; never throws. */
  public static Event parse(byte[] json) {
    return ADAPTER.read(okio.ByteString.of(json));
  }

  /** Returns the type, which is not among {@link EventType#known()} if this version does not know it. */
  public abstract EventType type();

  /** Returns the result of the visitor's method for this class. */
  public abstract <R> R accept(Visitor<R> visitor);

  @JsonCreator
  static Event fromJsonValue(Map<String, Object> json) {
    return ADAPTER.fromJsonValue(json);
  }

  @JsonValue
  Object toJsonValue() {
    return ADAPTER.toJsonValue(this);
  }

  /**
   * Has a method for each class. Override those of interest: the others, and those that a later version adds, return
   * what {@link #visitOther} returns.
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
      super("event", "thing.lost", "thing.made");
    }

    @Override
    Event read(int type, JsonReader reader) throws IOException {
      return switch (type + 1) {
        case 1 -> ThingLost.ADAPTER.fromJson(reader);
        case 2 -> ThingMade.ADAPTER.fromJson(reader);
        default -> throw new AssertionError(type);
      };
    }

    @Override
    String type(Event value) {
      return value.type().value();
    }

    @Override
    Event unknown(String type, okio.ByteString json, String reason) {
      return new UnknownEvent(type, json, reason);
    }

    @Override
    public void toJson(JsonWriter writer, Event value) throws IOException {
      value.write(writer);
    }
  }
}


package io.github.realtimekit.webhooks.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a model whose JSON is of another type than the specification says, byte for byte, and
 * nullable fields that are null. Immutable; empty for nearly all models.
 */
public final class OtherJson {
  public static final OtherJson NONE = new OtherJson(Map.of());

  private final Map<String, ByteString> byName;

  private OtherJson(Map<String, ByteString> byName) {
    this.byName = byName;
  }

  OtherJson with(String name, ByteString json) {
    Map<String, ByteString> all = new LinkedHashMap<>(byName);
    all.put(name, json);
    return new OtherJson(all);
  }

  /** Returns these fields and one more, which is null. */
  public OtherJson withNull(String name) {
    return with(name, RawJson.NULL);
  }

  /** Returns these fields without one, which now has a value of its type. */
  public OtherJson without(String name) {
    if (!byName.containsKey(name)) {
      return this;
    }
    Map<String, ByteString> all = new LinkedHashMap<>(byName);
    all.remove(name);
    return new OtherJson(all);
  }

  @Nullable ByteString get(String name) {
    return byName.get(name);
  }

  /** Returns whether the field is null in JSON, as opposed to missing. */
  public boolean isNull(String name) {
    return RawJson.NULL.equals(byName.get(name));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OtherJson that && byName.equals(that.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }
}

package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adapters of the models for Moshi, without reflection: {@code new Moshi.Builder().add(new ModelAdapters())}.
 */
public final class ModelAdapters implements JsonAdapter.Factory {
  /** Creates a factory, which has no state. */
  public ModelAdapters() {}

  @Override
  public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (type == Event.class) {
      return Event.ADAPTER;
    }
    if (type == EventType.class) {
      return EventType.ADAPTER;
    }
    if (type == Kind.class) {
      return Kind.ADAPTER;
    }
    if (type == Owner.class) {
      return Owner.ADAPTER;
    }
    if (type == Thing.class) {
      return Thing.ADAPTER;
    }
    if (type == ThingListResponse.class) {
      return ThingListResponse.ADAPTER;
    }
    if (type == ThingLost.class) {
      return ThingLost.ADAPTER;
    }
    if (type == ThingMade.class) {
      return ThingMade.ADAPTER;
    }
    if (type == ThingPatch.class) {
      return ThingPatch.ADAPTER;
    }
    if (type == ThingResponse.class) {
      return ThingResponse.ADAPTER;
    }
    return null;
  }
}

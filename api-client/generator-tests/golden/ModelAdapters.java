// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.internal.JsonAdapters;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Adapters of the models for Moshi, without reflection: {@code new Moshi.Builder().add(new
 * ModelAdapters())}.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class ModelAdapters implements JsonAdapter.Factory {
  /** Creates a factory, which has no state. */
  public ModelAdapters() {}

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (type == Event.class) {
      return JsonAdapters.forMoshi(Event.ADAPTER);
    }
    if (type == EventType.class) {
      return JsonAdapters.forMoshi(EventType.ADAPTER);
    }
    if (type == Kind.class) {
      return JsonAdapters.forMoshi(Kind.ADAPTER);
    }
    if (type == Owner.class) {
      return JsonAdapters.forMoshi(Owner.ADAPTER);
    }
    if (type == Thing.class) {
      return JsonAdapters.forMoshi(Thing.ADAPTER);
    }
    if (type == ThingListResponse.class) {
      return JsonAdapters.forMoshi(ThingListResponse.ADAPTER);
    }
    if (type == ThingLost.class) {
      return JsonAdapters.forMoshi(ThingLost.ADAPTER);
    }
    if (type == ThingMade.class) {
      return JsonAdapters.forMoshi(ThingMade.ADAPTER);
    }
    if (type == ThingPatch.class) {
      return JsonAdapters.forMoshi(ThingPatch.ADAPTER);
    }
    if (type == ThingResponse.class) {
      return JsonAdapters.forMoshi(ThingResponse.ADAPTER);
    }
    return null;
  }
}

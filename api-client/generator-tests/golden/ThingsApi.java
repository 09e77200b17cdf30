package io.github.realtimekit.webhooks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import java.util.*;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.*;

/**
 * Operations as Retrofit's calls, which can be cancelled, and return status, headers and body as they were received.
 *
 * <p>A call throws {@link IllegalArgumentException} before it sends anything if a path value is blank, "." or "..", or contains a control character.
 */
public interface ThingsApi {
  /**
   * {@literal Adds a thing.} {@literal It is new.}
   */
  @Headers("Content-Type: application/json")
  @HTTP(method = "POST", path = "shelves/{shelf_id}/things", hasBody = true)
  Call<ThingResponse> createThing(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Body Thing thing);

  /**
   * {@literal Edits a thing; the response has no envelope.}
   *
   * @deprecated by the API
   */
  @Deprecated
  @Headers("Content-Type: application/json")
  @HTTP(method = "PATCH", path = "shelves/{shelf_id}/things/{thing_id}", hasBody = true)
  Call<Thing> editThing(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Path(value = "thing_id", encoded = true) String thingId,
      @Body ThingPatch thingPatch);

  /**
   * {@literal Fetches a page of things.}
   */
  @GET("shelves/{shelf_id}/things")
  Call<ThingListResponse> listThings(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Query("made_after") Instant madeAfter,
      @Query("page") @Nullable Integer page,
      @Query("kind") @Nullable Kind kind,
      @Header("X-Trace") @Nullable String xTrace);

  /**
   * {@literal Fetches a page of things.}
   */
  @GET("shelves/{shelf_id}/things")
  Call<ThingListResponse> listThings(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Query("made_after") Instant madeAfter);

}

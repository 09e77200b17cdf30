package io.github.realtimekit.webhooks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.*;

/**
 * The operations as Retrofit's calls: for cancellable use, and for status, headers and body as they came.
 *
 * <p>A call fails with {@link IllegalArgumentException}, and sends nothing, if a value could leave its place in the path.
 */
public interface ThingsApi {
  /**
   * Adds a thing. It is new.
   */
  @Headers("Content-Type: application/json")
  @POST("shelves/{shelf_id}/things")
  Call<ThingResponse> createThing(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Body Thing thing);

  /**
   * Edits a thing; answers without an envelope.
   *
   * @deprecated by the API
   */
  @Deprecated
  @Headers("Content-Type: application/json")
  @PATCH("shelves/{shelf_id}/things/{thing_id}")
  Call<Thing> editThing(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Path(value = "thing_id", encoded = true) String thingId,
      @Body ThingPatch thingPatch);

  /**
   * Fetches a page of things.
   */
  @GET("shelves/{shelf_id}/things")
  Call<ThingListResponse> listThings(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Query("made_after") Instant madeAfter,
      @Query("page") @Nullable Integer page,
      @Query("kind") @Nullable Kind kind,
      @Header("X-Trace") @Nullable String xTrace);

}

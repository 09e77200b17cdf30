// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import java.time.Instant;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * Operations as Retrofit's calls, which can be canceled, and return status code, headers and body
 * as they were received.
 *
 * <p>A call throws {@link IllegalArgumentException} before it sends anything if a path value is
 * blank, "." or "..", or contains a control character.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public interface ThingsApi {
  /** Adds a thing. It is new. */
  @Headers("Content-Type: application/json")
  @HTTP(method = "POST", path = "shelves/{shelf_id}/things", hasBody = true)
  Call<ThingResponse> createThing(
      @Path(value = "shelf_id", encoded = true) String shelfId, @Body Thing thing);

  /**
   * Edits a thing; the response has no envelope.
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

  /** Fetches a page of things. */
  @GET("shelves/{shelf_id}/things")
  Call<ThingListResponse> listThings(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Query("made_after") Instant madeAfter,
      @Query("page") @Nullable Integer page,
      @Query("kind") @Nullable Kind kind,
      @Header("X-Trace") @Nullable String xTrace);

  /** Fetches a page of things. */
  @GET("shelves/{shelf_id}/things")
  Call<ThingListResponse> listThings(
      @Path(value = "shelf_id", encoded = true) String shelfId,
      @Query("made_after") Instant madeAfter);
}

// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Operations that return futures. Each completes with the data in the response or with a {@link
 * RealtimeKitException}; with an {@link IllegalStateException} if the client is closed.
 *
 * <p>Canceling a future cancels its call at once. Dependent stages usually run on a thread of
 * OkHttp's dispatcher, so they should not block. Thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class ThingsAsyncClient {
  private final Calls calls;
  private final ThingsApi api;
  private final String shelfId;

  ThingsAsyncClient(Calls calls, ThingsApi api, String shelfId) {
    this.calls = calls;
    this.api = api;
    this.shelfId = shelfId;
  }

  /**
   * Adds a thing. It is new.
   *
   * @param thing The thing.
   * @return a future of the {@code Thing} in the response
   */
  public CompletableFuture<Thing> createThing(Thing thing) {
    return this.calls.payloadAsync(this.api.createThing(shelfId, thing));
  }

  /**
   * Edits a thing; the response has no envelope.
   *
   * @param thingId The thing's identifier.
   * @param thingPatch The fields to change.
   * @return a future of the {@code Thing} in the response
   * @deprecated by the API
   */
  @Deprecated
  public CompletableFuture<Thing> editThing(UUID thingId, ThingPatch thingPatch) {
    return this.calls.bodyAsync(this.api.editThing(shelfId, thingId.toString(), thingPatch));
  }

  /**
   * Fetches a page of things.
   *
   * @param madeAfter Only things made after this.
   * @param params optional parameters
   * @return a future of the {@code List<Thing>} in the response
   */
  public CompletableFuture<List<Thing>> listThings(
      Instant madeAfter, ThingsClient.ListThingsParams params) {
    return this.calls.payloadAsync(
        this.api.listThings(shelfId, madeAfter, params.page, params.kind, params.xTrace),
        List.of());
  }

  /** Calls {@link #listThings} without optional parameters. */
  public CompletableFuture<List<Thing>> listThings(Instant madeAfter) {
    return listThings(madeAfter, ThingsClient.ListThingsParams.NONE);
  }
}

package io.github.realtimekit.webhooks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Operations that return futures: of the data in the response, or failed with a {@link RealtimeKitException}.
 *
 * <p>Cancelling a future cancels its call at once. Dependent stages run on a thread of OkHttp's dispatcher, so they
 * should not block. Thread-safe.
 */
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
   * {@literal Adds a thing.} {@literal It is new.}
   *
   * <table>
   *   <caption>Responses</caption>
   *   <tr><th>Status code</th><th>Meaning</th></tr>
   *   <tr><td>201</td><td>{@literal The thing as it was stored.}</td></tr>
   *   <tr><td>400</td><td>{@literal A rule is broken.}</td></tr>
   * </table>
   *
   * @param thing {@literal The thing.}
   * @return a future of the {@code Thing} in the response
   */
  public CompletableFuture<Thing> createThing(Thing thing) {
    return this.calls.payloadAsync(this.api.createThing(shelfId, thing));
  }

  /**
   * {@literal Edits a thing; the response has no envelope.}
   *
   * <table>
   *   <caption>Responses</caption>
   *   <tr><th>Status code</th><th>Meaning</th></tr>
   *   <tr><td>200</td><td>{@literal The thing.}</td></tr>
   * </table>
   *
   * @param thingId {@literal The thing's identifier.}
   * @param thingPatch {@literal The fields to change.}
   * @return a future of the {@code Thing} in the response
   * @deprecated by the API
   */
  @Deprecated
  public CompletableFuture<Thing> editThing(UUID thingId, ThingPatch thingPatch) {
    return this.calls.bodyAsync(this.api.editThing(shelfId, thingId.toString(), thingPatch));
  }

  /**
   * {@literal Fetches a page of things.}
   *
   * <table>
   *   <caption>Responses</caption>
   *   <tr><th>Status code</th><th>Meaning</th></tr>
   *   <tr><td>200</td><td>{@literal The things.}</td></tr>
   * </table>
   *
   * @param madeAfter {@literal Only things made after this.}
   * @param params optional parameters
   * @return a future of the {@code List<Thing>} in the response
   */
  public CompletableFuture<List<Thing>> listThings(Instant madeAfter, ThingsClient.ListThingsParams params) {
    return this.calls.payloadAsync(this.api.listThings(shelfId, madeAfter, params.page, params.kind, params.xTrace), List.of());
  }

  /** Calls {@link #listThings} without optional parameters. */
  public CompletableFuture<List<Thing>> listThings(Instant madeAfter) {
    return listThings(madeAfter, ThingsClient.ListThingsParams.NONE);
  }
}

package io.github.realtimekit.webhooks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The operations as futures: each gives the data of the answer, or fails with a {@link RealtimeKitException}.
 *
 * <p>Cancelling a future cancels its call at once. What depends on a future runs on a thread of OkHttp's dispatcher, so it
 * should not block. Safe for use by several threads.
 */
public final class ThingsAsyncClient {
  private final Transport transport;
  private final ThingsApi api;
  private final String shelfId;

  ThingsAsyncClient(Transport transport, ThingsApi api, String shelfId) {
    this.transport = transport;
    this.api = api;
    this.shelfId = shelfId;
  }

  /**
   * Adds a thing. It is new.
   *
   * <table>
   *   <caption>Answers of the API</caption>
   *   <tr><th>Status</th><th>Meaning</th></tr>
   *   <tr><td>201</td><td>The thing as it was stored.</td></tr>
   *   <tr><td>400</td><td>A rule is broken.</td></tr>
   * </table>
   *
   * @param thing The thing.
   * @return a future of the {@code Thing} of the answer
   */
  public CompletableFuture<Thing> createThing(Thing thing) {
    return transport.payloadAsync(api.createThing(shelfId, thing));
  }

  /**
   * Edits a thing; answers without an envelope.
   *
   * <table>
   *   <caption>Answers of the API</caption>
   *   <tr><th>Status</th><th>Meaning</th></tr>
   *   <tr><td>200</td><td>The thing.</td></tr>
   * </table>
   *
   * @param thingId The thing&#39;s identifier.
   * @param thingPatch The fields to change.
   * @return a future of the {@code Thing} of the answer
   * @deprecated by the API
   */
  @Deprecated
  public CompletableFuture<Thing> editThing(UUID thingId, ThingPatch thingPatch) {
    return transport.bodyAsync(api.editThing(shelfId, thingId.toString(), thingPatch));
  }

  /**
   * Fetches a page of things.
   *
   * <table>
   *   <caption>Answers of the API</caption>
   *   <tr><th>Status</th><th>Meaning</th></tr>
   *   <tr><td>200</td><td>The things.</td></tr>
   * </table>
   *
   * @param madeAfter Only things made after this.
   * @param page Which page, from 1.
   * @param kind Only things of this kind.
   * @param xTrace Comes back in the answer.
   * @return a future of the {@code List<Thing>} of the answer
   */
  public CompletableFuture<List<Thing>> listThings(Instant madeAfter, @Nullable Integer page, @Nullable Kind kind, @Nullable String xTrace) {
    return transport.payloadAsync(api.listThings(shelfId, madeAfter, page, kind, xTrace), List.of());
  }

  /** {@link #listThings} with nothing but what it requires. */
  public CompletableFuture<List<Thing>> listThings(Instant madeAfter) {
    return listThings(madeAfter, null, null, null);
  }
}

package io.github.realtimekit.webhooks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

/**
 * The operations as plain methods: each waits for the answer and gives the data in it.
 *
 * <p>Safe for use by several threads. A client holds a pool of connections: keep one, and {@link #close()} it at the end.
 */
public final class ThingsClient implements AutoCloseable {
  private final Transport transport;
  private final ThingsApi api;
  private final String shelfId;

  private ThingsClient(Transport transport, @Nullable String shelfId) {
    this.transport = transport;
    this.api = transport.create(ThingsApi.class);
    this.shelfId = PathSegments.check("shelfId", ClientBuilder.required(shelfId, "shelfId", "SHELF_ID"));
  }

  /**
   * A client for another {@code shelf_id}, over the same connections.
   *
   * @throws IllegalArgumentException if it is blank, or could leave its place in the path
   */
  public ThingsClient withShelf(String shelfId) {
    return new ThingsClient(transport, shelfId);
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same operations, giving futures. */
  public ThingsAsyncClient async() {
    return new ThingsAsyncClient(transport, api, shelfId);
  }

  /** The same operations as Retrofit's calls. */
  public ThingsApi api() {
    return api;
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
   * @return the {@code Thing} of the answer
   * @throws RealtimeKitException if the API refuses, cannot be reached, or answers what cannot be read
   */
  public Thing createThing(Thing thing) {
    return transport.payload(api.createThing(shelfId, thing));
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
   * @return the {@code Thing} of the answer
   * @throws RealtimeKitException if the API refuses, cannot be reached, or answers what cannot be read
   * @deprecated by the API
   */
  @Deprecated
  public Thing editThing(UUID thingId, ThingPatch thingPatch) {
    return transport.body(api.editThing(shelfId, thingId.toString(), thingPatch));
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
   * @return the {@code List<Thing>} of the answer
   * @throws RealtimeKitException if the API refuses, cannot be reached, or answers what cannot be read
   */
  public List<Thing> listThings(Instant madeAfter, @Nullable Integer page, @Nullable Kind kind, @Nullable String xTrace) {
    return transport.payload(api.listThings(shelfId, madeAfter, page, kind, xTrace), List.of());
  }

  /** {@link #listThings} with nothing but what it requires. */
  public List<Thing> listThings(Instant madeAfter) {
    return listThings(madeAfter, null, null, null);
  }

  /**
   * Gives connections and threads back, also for the clients made from this one by {@code with…}. An OkHttp client that
   * was handed to the builder stays open.
   */
  @Override
  public void close() {
    transport.close();
  }

  /** Where the client sends its calls; the token is not part of it. */
  @Override
  public String toString() {
    return "ThingsClient[" + transport + ", shelfId=" + shelfId + "]";
  }

  /** Collects what a client needs. Not safe for use by several threads. */
  public static final class Builder extends ClientBuilder<Builder> {
    private @Nullable String shelfId;

    private Builder() {
      super("https://api.example.com/v1", "golden");
    }

    /**
     * The shelf&#39;s identifier.
     *
     * @throws IllegalArgumentException if it is blank, or could leave its place in the path
     */
    public Builder shelfId(String shelfId) {
      this.shelfId = PathSegments.check("shelfId", shelfId);
      return this;
    }

    /**
     * A client with what was set.
     *
     * @throws IllegalStateException if something that a call needs was not set; the message names it
     */
    public ThingsClient build() {
      return new ThingsClient(transport(), shelfId);
    }

    @Override
    void bind(Map<String, String> environment) {
      take(environment, "SHELF_ID", this::shelfId);
    }
  }
}

// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Operations that wait for the response and return the data in it.
 *
 * <p>Thread-safe. A client holds a pool of connections: share one, and {@link #close()} it at the
 * end.
 *
 * <table>
 *   <caption>Status codes of the responses</caption>
 *   <tr><th>Method</th><th>Status codes</th></tr>
 *   <tr><td>{@link #createThing}</td><td>201, 400</td></tr>
 *   <tr><td>{@link #editThing}</td><td>200</td></tr>
 *   <tr><td>{@link #listThings}</td><td>200</td></tr>
 * </table>
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class ThingsClient implements AutoCloseable {
  private final Calls calls;
  private final ThingsApi api;
  private final String shelfId;

  ThingsClient(Calls calls, @Nullable String shelfId) {
    this.calls = calls;
    this.api = calls.create(ThingsApi.class);
    this.shelfId =
        ClientBuilder.pathValue("shelfId", ClientBuilder.required(shelfId, "shelfId", "SHELF_ID"));
  }

  /**
   * Returns a client for another {@code shelf_id} that shares the connections of this one.
   *
   * @throws IllegalArgumentException if it is blank, "." or "..", or contains a control character
   */
  public ThingsClient withShelf(String shelfId) {
    return new ThingsClient(calls, shelfId);
  }

  /** Returns a builder with default settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the same operations as methods that return futures. */
  public ThingsAsyncClient async() {
    return new ThingsAsyncClient(calls, api, shelfId);
  }

  /** Returns the same operations as Retrofit's calls. */
  public ThingsApi api() {
    return api;
  }

  /**
   * Adds a thing. It is new.
   *
   * @param thing The thing.
   * @return the {@code Thing} in the response
   * @throws RealtimeKitException if there is no response, an error response, or one that cannot be
   *     decoded
   */
  public Thing createThing(Thing thing) {
    return this.calls.payload(this.api.createThing(shelfId, thing));
  }

  /**
   * Edits a thing; the response has no envelope.
   *
   * @param thingId The thing's identifier.
   * @param thingPatch The fields to change.
   * @return the {@code Thing} in the response
   * @throws RealtimeKitException if there is no response, an error response, or one that cannot be
   *     decoded
   * @deprecated by the API
   */
  @Deprecated
  public Thing editThing(UUID thingId, ThingPatch thingPatch) {
    return this.calls.body(this.api.editThing(shelfId, thingId.toString(), thingPatch));
  }

  /**
   * Fetches a page of things.
   *
   * @param madeAfter Only things made after this.
   * @param params optional parameters
   * @return the {@code List<Thing>} in the response
   * @throws RealtimeKitException if there is no response, an error response, or one that cannot be
   *     decoded
   */
  public List<Thing> listThings(Instant madeAfter, ThingsClient.ListThingsParams params) {
    return this.calls.payload(
        this.api.listThings(shelfId, madeAfter, params.page, params.kind, params.xTrace),
        List.of());
  }

  /** Calls {@link #listThings} without optional parameters. */
  public List<Thing> listThings(Instant madeAfter) {
    return listThings(madeAfter, ThingsClient.ListThingsParams.NONE);
  }

  /** Optional parameters of {@link #listThings}. Immutable and thread-safe. */
  public static final class ListThingsParams {
    static final ListThingsParams NONE = builder().build();

    final @Nullable Integer page;
    final @Nullable Kind kind;
    final @Nullable String xTrace;

    private ListThingsParams(Builder builder) {
      this.page = builder.page;
      this.kind = builder.kind;
      this.xTrace = builder.xTrace;
    }

    /** Returns a builder without parameters. */
    public static Builder builder() {
      return new Builder();
    }

    /** Collects the parameters. Not thread-safe. */
    public static final class Builder {
      private @Nullable Integer page;
      private @Nullable Kind kind;
      private @Nullable String xTrace;

      private Builder() {}

      /** Which page, from 1. */
      public Builder page(Integer page) {
        this.page = Objects.requireNonNull(page, "page");
        return this;
      }

      /** Only things of this kind. */
      public Builder kind(Kind kind) {
        this.kind = Objects.requireNonNull(kind, "kind");
        return this;
      }

      /** Returned in the response. */
      public Builder xTrace(String xTrace) {
        this.xTrace = Objects.requireNonNull(xTrace, "xTrace");
        return this;
      }

      /** Builds the parameters. */
      public ListThingsParams build() {
        return new ListThingsParams(this);
      }
    }
  }

  /**
   * Releases connections and threads, which clients returned by {@code with…} share. Calls in
   * flight fail, and later ones throw {@link IllegalStateException}. An OkHttp client that was
   * passed to the builder stays open.
   */
  @Override
  public void close() {
    calls.close();
  }

  /** Returns the base URL and the bound parameters, without the token. */
  @Override
  public String toString() {
    return "ThingsClient[" + calls + ", shelfId=" + shelfId + "]";
  }

  /** Collects the settings of a {@link ThingsClient}. Not thread-safe. */
  public static final class Builder extends ClientBuilder<Builder> {
    private @Nullable String shelfId;

    private Builder() {
      super("https://api.example.com/v1", "generated");
    }

    /**
     * The shelf's identifier.
     *
     * @throws IllegalArgumentException if it is blank, "." or "..", or contains a control character
     */
    public Builder shelfId(String shelfId) {
      this.shelfId = ClientBuilder.pathValue("shelfId", shelfId);
      return this;
    }

    /**
     * Builds the client.
     *
     * @throws IllegalStateException if a required setting is missing; the message names it
     */
    public ThingsClient build() {
      return new ThingsClient(calls(), shelfId);
    }

    @Override
    void bind(Map<String, String> environment) {
      take(environment, "SHELF_ID", this::shelfId);
    }
  }
}

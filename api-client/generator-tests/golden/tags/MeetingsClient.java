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
 *   <tr><td>{@link #createMeeting}</td><td>201, 401</td></tr>
 *   <tr><td>{@link #deleteMeeting}</td><td>200, 401</td></tr>
 *   <tr><td>{@link #editMeeting}</td><td>200, 401</td></tr>
 *   <tr><td>{@link #getMeeting}</td><td>200, 401</td></tr>
 *   <tr><td>{@link #listMeetings}</td><td>200, 401</td></tr>
 * </table>
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class MeetingsClient implements AutoCloseable {
  private final Calls calls;
  private final MeetingsApi api;
  private final String accountId;
  private final String appId;

  MeetingsClient(Calls calls, @Nullable String accountId, @Nullable String appId) {
    this.calls = calls;
    this.api = calls.create(MeetingsApi.class);
    this.accountId =
        ClientBuilder.pathValue(
            "accountId", ClientBuilder.required(accountId, "accountId", "CLOUDFLARE_ACCOUNT_ID"));
    this.appId =
        ClientBuilder.pathValue(
            "appId", ClientBuilder.required(appId, "appId", "REALTIMEKIT_APP_ID"));
  }

  /**
   * Returns a client for another {@code account_id} that shares the connections of this one.
   *
   * @throws IllegalArgumentException if it is blank, "." or "..", or contains a control character
   */
  public MeetingsClient withAccount(String accountId) {
    return new MeetingsClient(calls, accountId, appId);
  }

  /**
   * Returns a client for another {@code app_id} that shares the connections of this one.
   *
   * @throws IllegalArgumentException if it is blank, "." or "..", or contains a control character
   */
  public MeetingsClient withApp(String appId) {
    return new MeetingsClient(calls, accountId, appId);
  }

  /** Returns a builder with default settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the same operations as methods that return futures. */
  public MeetingsAsyncClient async() {
    return new MeetingsAsyncClient(calls, api, accountId, appId);
  }

  /** Returns the same operations as Retrofit's calls. */
  public MeetingsApi api() {
    return api;
  }

  /**
   * Creates a meeting.
   *
   * @return the {@code Meeting} in the response
   * @throws RealtimeKitException if there is no response, an error response, or one that cannot be
   *     decoded
   */
  public Meeting createMeeting(MeetingRequest meetingRequest) {
    return this.calls.payload(this.api.createMeeting(accountId, appId, meetingRequest));
  }

  /**
   * Deletes a meeting.
   *
   * @param meetingId ID of the meeting
   * @return the {@code Meeting} in the response
   * @throws RealtimeKitException if there is no response, an error response, or one that cannot be
   *     decoded
   */
  public Meeting deleteMeeting(UUID meetingId) {
    return this.calls.payload(this.api.deleteMeeting(accountId, appId, meetingId.toString()));
  }

  /**
   * Edits a meeting.
   *
   * @param meetingId ID of the meeting
   * @return the {@code Meeting} in the response
   * @throws RealtimeKitException if there is no response, an error response, or one that cannot be
   *     decoded
   */
  public Meeting editMeeting(UUID meetingId, MeetingRequest meetingRequest) {
    return this.calls.payload(
        this.api.editMeeting(accountId, appId, meetingId.toString(), meetingRequest));
  }

  /**
   * Fetches a meeting.
   *
   * @param meetingId ID of the meeting
   * @return the {@code Meeting} in the response
   * @throws RealtimeKitException if there is no response, an error response, or one that cannot be
   *     decoded
   */
  public Meeting getMeeting(UUID meetingId) {
    return this.calls.payload(this.api.getMeeting(accountId, appId, meetingId.toString()));
  }

  /**
   * Lists the meetings.
   *
   * @param params optional parameters
   * @return the {@code List<Meeting>} in the response
   * @throws RealtimeKitException if there is no response, an error response, or one that cannot be
   *     decoded
   */
  public List<Meeting> listMeetings(MeetingsClient.ListMeetingsParams params) {
    return this.calls.payload(
        this.api.listMeetings(accountId, appId, params.pageNo, params.perPage, params.startTime));
  }

  /** Calls {@link #listMeetings} without optional parameters. */
  public List<Meeting> listMeetings() {
    return listMeetings(MeetingsClient.ListMeetingsParams.NONE);
  }

  /** Calls {@link #listMeetings}, and returns the whole envelope. */
  public MeetingListResponse listMeetingsPage(MeetingsClient.ListMeetingsParams params) {
    return this.calls.body(
        this.api.listMeetings(accountId, appId, params.pageNo, params.perPage, params.startTime));
  }

  /** Optional parameters of {@link #listMeetings}. Immutable and thread-safe. */
  public static final class ListMeetingsParams {
    static final ListMeetingsParams NONE = builder().build();

    final @Nullable Integer pageNo;
    final @Nullable Integer perPage;
    final @Nullable Instant startTime;

    private ListMeetingsParams(Builder builder) {
      this.pageNo = builder.pageNo;
      this.perPage = builder.perPage;
      this.startTime = builder.startTime;
    }

    /** Returns a builder without parameters. */
    public static Builder builder() {
      return new Builder();
    }

    /** Collects the parameters. Not thread-safe. */
    public static final class Builder {
      private @Nullable Integer pageNo;
      private @Nullable Integer perPage;
      private @Nullable Instant startTime;

      private Builder() {}

      /** The page */
      public Builder pageNo(Integer pageNo) {
        this.pageNo = Objects.requireNonNull(pageNo, "pageNo");
        return this;
      }

      /** Entries of a page */
      public Builder perPage(Integer perPage) {
        this.perPage = Objects.requireNonNull(perPage, "perPage");
        return this;
      }

      /** Only those from this time on */
      public Builder startTime(Instant startTime) {
        this.startTime = Objects.requireNonNull(startTime, "startTime");
        return this;
      }

      /** Builds the parameters. */
      public ListMeetingsParams build() {
        return new ListMeetingsParams(this);
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
    return "MeetingsClient[" + calls + ", accountId=" + accountId + ", appId=" + appId + "]";
  }

  /** Collects the settings of a {@link MeetingsClient}. Not thread-safe. */
  public static final class Builder extends ClientBuilder<Builder> {
    private @Nullable String accountId;
    private @Nullable String appId;

    private Builder() {
      super("https://api.example.com/client/v4", "generated");
    }

    /**
     * ID of the account
     *
     * @throws IllegalArgumentException if it is blank, "." or "..", or contains a control character
     */
    public Builder accountId(String accountId) {
      this.accountId = ClientBuilder.pathValue("accountId", accountId);
      return this;
    }

    /**
     * ID of the app
     *
     * @throws IllegalArgumentException if it is blank, "." or "..", or contains a control character
     */
    public Builder appId(String appId) {
      this.appId = ClientBuilder.pathValue("appId", appId);
      return this;
    }

    /**
     * Builds the client.
     *
     * @throws IllegalStateException if a required setting is missing; the message names it
     */
    public MeetingsClient build() {
      return new MeetingsClient(calls(), accountId, appId);
    }

    @Override
    void bind(Map<String, String> environment) {
      take(environment, "CLOUDFLARE_ACCOUNT_ID", this::accountId);
      take(environment, "REALTIMEKIT_APP_ID", this::appId);
    }
  }
}

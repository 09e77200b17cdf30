// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The clients of all tags over one pool of connections.
 *
 * <p>Thread-safe. Share one, and {@link #close()} it at the end.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public final class RealtimeKitClient implements AutoCloseable {
  private final Calls calls;
  private final @Nullable String accountId;
  private final @Nullable String appId;

  private RealtimeKitClient(Builder builder) {
    this.calls = builder.calls();
    this.accountId = builder.accountId;
    this.appId = builder.appId;
  }

  /** Returns a builder with default settings. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the client of the tag {@code Apps}.
   *
   * @throws IllegalStateException if a parameter that its operations need is not set; the message
   *     names it
   */
  public AppsClient apps() {
    return new AppsClient(calls, accountId, appId);
  }

  /**
   * Returns the client of the tag {@code Livestreams}.
   *
   * @throws IllegalStateException if a parameter that its operations need is not set; the message
   *     names it
   */
  public LivestreamsClient livestreams() {
    return new LivestreamsClient(calls, accountId, appId);
  }

  /**
   * Returns the client of the tag {@code Meetings}.
   *
   * @throws IllegalStateException if a parameter that its operations need is not set; the message
   *     names it
   */
  public MeetingsClient meetings() {
    return new MeetingsClient(calls, accountId, appId);
  }

  /**
   * Returns the client of the tag {@code Participants}.
   *
   * @throws IllegalStateException if a parameter that its operations need is not set; the message
   *     names it
   */
  public ParticipantsClient participants() {
    return new ParticipantsClient(calls, accountId, appId);
  }

  /**
   * Returns the client of the tag {@code Presets}.
   *
   * @throws IllegalStateException if a parameter that its operations need is not set; the message
   *     names it
   */
  public PresetsClient presets() {
    return new PresetsClient(calls, accountId, appId);
  }

  /**
   * Returns the client of the tag {@code Recordings}.
   *
   * @throws IllegalStateException if a parameter that its operations need is not set; the message
   *     names it
   */
  public RecordingsClient recordings() {
    return new RecordingsClient(calls, accountId, appId);
  }

  /**
   * Returns the client of the tag {@code Webhooks}.
   *
   * @throws IllegalStateException if a parameter that its operations need is not set; the message
   *     names it
   */
  public WebhooksClient webhooks() {
    return new WebhooksClient(calls, accountId, appId);
  }

  /**
   * Releases connections and threads of all clients. Calls in flight fail, and later ones throw
   * {@link IllegalStateException}. An OkHttp client that was passed to the builder stays open.
   */
  @Override
  public void close() {
    calls.close();
  }

  /** Returns the base URL, without the token. */
  @Override
  public String toString() {
    return "RealtimeKitClient[" + calls + "]";
  }

  /** Collects the settings of a {@link RealtimeKitClient}. Not thread-safe. */
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
    public Builder accountId(String value) {
      this.accountId = ClientBuilder.pathValue("accountId", value);
      return this;
    }

    /**
     * ID of the app
     *
     * @throws IllegalArgumentException if it is blank, "." or "..", or contains a control character
     */
    public Builder appId(String value) {
      this.appId = ClientBuilder.pathValue("appId", value);
      return this;
    }

    /**
     * Builds the client.
     *
     * @throws IllegalStateException if a required setting is missing; the message names it
     */
    public RealtimeKitClient build() {
      return new RealtimeKitClient(this);
    }

    @Override
    void bind(Map<String, String> environment) {
      take(environment, "CLOUDFLARE_ACCOUNT_ID", this::accountId);
      take(environment, "REALTIMEKIT_APP_ID", this::appId);
    }
  }
}

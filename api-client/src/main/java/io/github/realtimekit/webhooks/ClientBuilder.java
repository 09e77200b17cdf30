package io.github.realtimekit.webhooks;

import io.github.realtimekit.webhooks.internal.BaseUrl;
import io.github.realtimekit.webhooks.internal.HttpClients;
import io.github.realtimekit.webhooks.internal.LogInterceptor;
import io.github.realtimekit.webhooks.internal.PathSegments;
import io.github.realtimekit.webhooks.internal.RetryInterceptor;
import io.github.realtimekit.webhooks.internal.RetryPolicy;
import io.github.realtimekit.webhooks.internal.TokenMask;
import io.github.realtimekit.webhooks.internal.Transport;
import io.github.realtimekit.webhooks.internal.WireInterceptor;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Settings that the builders of all clients share. Each but the API token has a default; a later
 * call replaces an earlier one.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private static final Duration MAX_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

  private final String userAgent;
  private HttpUrl baseUrl;
  private boolean insecureBaseUrlAllowed;
  private String userAgentSuffix = "";
  private RetryPolicy retryPolicy = RetryPolicy.withMaxRetries(2);
  private @Nullable String apiToken;
  private @Nullable OkHttpClient okHttpClient;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;
  private @Nullable Duration callTimeout;
  private @Nullable Consumer<String> log;

  ClientBuilder(String baseUrl, String userAgent) {
    this.baseUrl = BaseUrl.parse(baseUrl, false);
    this.userAgent = userAgent;
  }

  /**
   * Sets the API token. It needs one of the permissions {@code Realtime Admin} and {@code
   * Realtime}.
   *
   * @throws IllegalArgumentException if it is empty, or contains a character other than printable
   *     ASCII, or a space; the message does not contain the token
   */
  public B apiToken(String apiToken) {
    if (apiToken.isEmpty() || !apiToken.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The API token is empty, or holds a space, a line break or another character that no token has");
    }
    this.apiToken = apiToken;
    return self();
  }

  /**
   * Sets the base URL of the API, such as that of a gateway or of a test server; Cloudflare's by
   * default. It may have a path, with or without a slash at the end.
   *
   * @throws IllegalArgumentException if it is not an HTTP URL; if it has a user, query or fragment;
   *     or if it is neither HTTPS nor on {@code localhost}, {@code 127.0.0.0/8} or {@code ::1},
   *     because the token would travel unencrypted (see {@link #allowInsecureBaseUrl()})
   */
  public B baseUrl(String baseUrl) {
    this.baseUrl = BaseUrl.parse(baseUrl, insecureBaseUrlAllowed);
    return self();
  }

  /**
   * Allows plain HTTP to any host, for a later call of {@link #baseUrl} or {@link
   * #fromEnvironment}. The token then travels unencrypted: use this in trusted networks only, such
   * as containers of one machine or a mesh that encrypts.
   */
  public B allowInsecureBaseUrl() {
    this.insecureBaseUrlAllowed = true;
    return self();
  }

  /**
   * Reads the environment variables {@code CLOUDFLARE_API_TOKEN}, {@code CLOUDFLARE_BASE_URL}, and
   * those of account and app. Variables that are empty or not set are ignored.
   *
   * @throws IllegalArgumentException if a setter throws it for the variable's value
   */
  public B fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  /**
   * Sets the connect timeout of each attempt; by default that of {@link #okHttpClient}, or 10
   * seconds. Zero disables it.
   *
   * @throws IllegalArgumentException if it is negative, a fraction of a millisecond, or more than
   *     2,147,483,647 milliseconds
   */
  public B connectTimeout(Duration timeout) {
    this.connectTimeout = checkTimeout(timeout);
    return self();
  }

  /**
   * Sets the read timeout, the longest time between two bytes of a response; by default that of
   * {@link #okHttpClient}, or 30 seconds. Zero disables it.
   *
   * @throws IllegalArgumentException if it is negative, a fraction of a millisecond, or more than
   *     2,147,483,647 milliseconds
   */
  public B readTimeout(Duration timeout) {
    this.readTimeout = checkTimeout(timeout);
    return self();
  }

  /**
   * Sets the timeout of a whole call, with its retries and the waits before them; by default that
   * of {@link #okHttpClient}, or 60 seconds. Zero disables it.
   *
   * @throws IllegalArgumentException if it is negative, a fraction of a millisecond, or more than
   *     2,147,483,647 milliseconds
   */
  public B callTimeout(Duration timeout) {
    this.callTimeout = checkTimeout(timeout);
    return self();
  }

  /**
   * Sets how often a failed request that is safe to repeat is sent again at most; 2 by default,
   * zero disables retries.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public B maxRetries(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException(
          "maxRetries is " + maxRetries + ", and must not be negative");
    }
    return retryPolicy(
        new RetryPolicy(
            maxRetries, retryPolicy.clock(), retryPolicy.random(), retryPolicy.sleeper()));
  }

  /**
   * Sets the OkHttp client whose connections, threads, proxy, TLS, interceptors and timeouts are
   * used. It is neither changed nor closed. Its redirects and its retries are off for this client's
   * calls.
   */
  public B okHttpClient(OkHttpClient okHttpClient) {
    this.okHttpClient = okHttpClient;
    return self();
  }

  /**
   * Adds a suffix to the header {@code User-Agent}, such as {@code my-service/2.1}.
   *
   * @throws IllegalArgumentException if it contains a character other than printable ASCII
   */
  public B userAgentSuffix(String suffix) {
    if (!suffix.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The suffix of the user agent holds a character other than printable ASCII");
    }
    this.userAgentSuffix = suffix;
    return self();
  }

  /**
   * Logs the request and the response of each attempt to this consumer, line by line: the method
   * and URL or the status code, the header fields, and the first 4,096 characters of the body.
   * Credentials are masked. Off by default. Lines of concurrent calls mix, so the consumer has to
   * be thread-safe; an exception that it throws does not fail the call.
   */
  public B log(Consumer<String> lines) {
    this.log = lines;
    return self();
  }

  abstract void bind(Map<String, String> environment);

  B fromEnvironment(Map<String, String> environment) {
    take(environment, "CLOUDFLARE_API_TOKEN", this::apiToken);
    take(environment, "CLOUDFLARE_BASE_URL", this::baseUrl);
    bind(environment);
    return self();
  }

  static void take(Map<String, String> environment, String variable, Consumer<String> setter) {
    String value = environment.getOrDefault(variable, "");
    if (!value.isEmpty()) {
      setter.accept(value);
    }
  }

  B retryPolicy(RetryPolicy retryPolicy) {
    this.retryPolicy = retryPolicy;
    return self();
  }

  /** Builds the client's calls. The interceptors are added from the outside in. */
  Calls calls() {
    String token = required(apiToken, "apiToken", "CLOUDFLARE_API_TOKEN");
    TokenMask mask = new TokenMask(token);
    OkHttpClient base = okHttpClient == null ? HttpClients.defaultFor(baseUrl) : okHttpClient;
    OkHttpClient.Builder http = HttpClients.sharing(base);
    if (connectTimeout != null) {
      http.connectTimeout(connectTimeout);
    }
    if (readTimeout != null) {
      http.readTimeout(readTimeout);
    }
    if (callTimeout != null) {
      http.callTimeout(callTimeout);
    }
    http.addInterceptor(new RetryInterceptor(retryPolicy, base.connectionPool()));
    http.addInterceptor(chain -> chain.proceed(withHeaders(chain.request(), token)));
    if (log != null) {
      http.addInterceptor(new LogInterceptor(log, mask));
    }
    http.addNetworkInterceptor(new WireInterceptor());
    Transport transport =
        new Transport(baseUrl, http.build(), okHttpClient == null, new ModelAdapters());
    return new Calls(transport, new ExceptionFactory(mask, retryPolicy));
  }

  private Request withHeaders(Request request, String token) {
    return request
        .newBuilder()
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .header("User-Agent", (userAgent + " " + userAgentSuffix).strip())
        .build();
  }

  static String required(@Nullable String value, String name, String variable) {
    if (value == null) {
      throw new IllegalStateException(
          "%s is not set: call %s(…), or fromEnvironment() with %s"
              .formatted(name, name, variable));
    }
    return value;
  }

  /** Returns the value of a path parameter, or throws if it cannot be one. */
  static String pathValue(String name, String value) {
    return PathSegments.check(name, value);
  }

  private static Duration checkTimeout(Duration timeout) {
    boolean inRange =
        !timeout.isNegative()
            && timeout.compareTo(MAX_TIMEOUT) <= 0
            && timeout.toNanosPart() % 1_000_000 == 0;
    if (!inRange) {
      throw new IllegalArgumentException(
          "A timeout is " + timeout + ", and must be from 0 to 2,147,483,647 milliseconds");
    }
    return timeout;
  }

  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }
}

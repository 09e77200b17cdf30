package io.github.realtimekit.webhooks;

import io.github.realtimekit.webhooks.internal.BaseUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Settings that the builders of all clients share. Each has a default but the API token; where one
 * is set twice, the last call wins.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private static final int DEFAULT_REQUESTS_PER_HOST = 5;
  private static final Duration MAX_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

  private final String userAgent;
  private HttpUrl baseUrl;
  private boolean insecureBaseUrlAllowed;
  private String userAgentSuffix = "";
  private boolean readAfterWrite;
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
   * @throws IllegalArgumentException if it is empty or holds a character that no token has, such as
   *     a line break; the message does not show the token
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
   * Sets the base URL of the API; Cloudflare's by default. Another may be a gateway, or a stand-in
   * for tests.
   *
   * @throws IllegalArgumentException if it is not an HTTP URL; if it has a user, query or fragment;
   *     or if it is neither HTTPS nor on this machine, because the token would travel unencrypted
   *     (see {@link #allowInsecureBaseUrl()})
   */
  public B baseUrl(String baseUrl) {
    this.baseUrl = BaseUrl.parse(baseUrl, insecureBaseUrlAllowed);
    return self();
  }

  /**
   * Allows plain HTTP to any host from now on, so call it before {@link #baseUrl}. For networks
   * that are trusted, such as containers of one machine or a mesh that encrypts: the token travels
   * unencrypted.
   */
  public B allowInsecureBaseUrl() {
    this.insecureBaseUrlAllowed = true;
    return self();
  }

  /**
   * Reads the environment variables {@code CLOUDFLARE_API_TOKEN}, {@code CLOUDFLARE_BASE_URL}, and
   * those of account and app. Variables that are empty or not there change nothing.
   *
   * @throws IllegalArgumentException if a setter throws it for the variable's value
   */
  public B fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  /**
   * Sets the connect timeout; 10 seconds by default, zero disables it.
   *
   * @throws IllegalArgumentException if it is negative, a fraction of a millisecond, or more than
   *     2,147,483,647 milliseconds
   */
  public B connectTimeout(Duration timeout) {
    this.connectTimeout = checkTimeout(timeout);
    return self();
  }

  /**
   * Sets the read timeout; 30 seconds by default, zero disables it.
   *
   * @throws IllegalArgumentException if it is negative, a fraction of a millisecond, or more than
   *     2,147,483,647 milliseconds
   */
  public B readTimeout(Duration timeout) {
    this.readTimeout = checkTimeout(timeout);
    return self();
  }

  /**
   * Sets the timeout of a whole call, with its retries and the waits before them; 60 seconds by
   * default, zero disables it.
   *
   * @throws IllegalArgumentException if it is negative, a fraction of a millisecond, or more than
   *     2,147,483,647 milliseconds
   */
  public B callTimeout(Duration timeout) {
    this.callTimeout = checkTimeout(timeout);
    return self();
  }

  /**
   * Sets how often a failed request that is safe to repeat is sent again; 2 by default.
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
   * Sets whether a PUT or PATCH whose response lacks required fields, as the live API's may, is
   * followed by a GET, so that the result has all fields; off by default. If the GET fails, the
   * result has the fields that the first response had.
   */
  public B readAfterWrite(boolean readAfterWrite) {
    this.readAfterWrite = readAfterWrite;
    return self();
  }

  /**
   * Sets the OkHttp client whose connections, threads, proxy, TLS, interceptors and timeouts to
   * use. It is not changed, and not closed. Redirects are not followed, and OkHttp's own retries
   * are off.
   */
  public B okHttpClient(OkHttpClient okHttpClient) {
    this.okHttpClient = okHttpClient;
    return self();
  }

  /**
   * Adds a suffix to the header {@code User-Agent}, such as {@code my-service/2.1}.
   *
   * @throws IllegalArgumentException if it holds a character other than printable ASCII
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
   * Logs each request and response to this consumer, line by line, without credentials; off by
   * default. Lines of concurrent calls mix, and an exception that it throws does not fail the call.
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

  Transport transport() {
    String token = required(apiToken, "apiToken", "CLOUDFLARE_API_TOKEN");
    TokenMask mask = new TokenMask(token);
    OkHttpClient base = okHttpClient == null ? defaultClient() : okHttpClient;
    OkHttpClient.Builder http = base.newBuilder().dispatcher(dispatcher(base.dispatcher()));
    if (connectTimeout != null) {
      http.connectTimeout(connectTimeout);
    }
    if (readTimeout != null) {
      http.readTimeout(readTimeout);
    }
    if (callTimeout != null) {
      http.callTimeout(callTimeout);
    }
    http.followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false);
    if (readAfterWrite) {
      http.addInterceptor(new ReadAfterWriteInterceptor());
    }
    http.addInterceptor(new RetryInterceptor(retryPolicy, base.connectionPool()))
        .addInterceptor(new HeadersInterceptor(token, (userAgent + " " + userAgentSuffix).strip()))
        .addNetworkInterceptor(new WireInterceptor());
    if (log != null) {
      http.addInterceptor(new LogInterceptor(log, mask));
    }
    return new Transport(
        baseUrl, http.build(), okHttpClient == null, new ExceptionFactory(mask, retryPolicy));
  }

  private OkHttpClient defaultClient() {
    // Threads that end soon, so that a client that is not closed does not keep the JVM running.
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    OkHttpClient.Builder http =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads))
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(30))
            .callTimeout(Duration.ofSeconds(60));
    if (!baseUrl.isHttps()) {
      // Without TLS, OkHttp need not read the certificates that this machine trusts.
      http.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    return http.build();
  }

  /**
   * Returns a dispatcher for this client's calls alone, on the same threads. All go to one host, so
   * OkHttp's default of five calls per host would let a few that wait for a retry block the others.
   */
  private static Dispatcher dispatcher(Dispatcher base) {
    Dispatcher dispatcher = new Dispatcher(base.executorService());
    dispatcher.setMaxRequests(base.getMaxRequests());
    int perHost = base.getMaxRequestsPerHost();
    dispatcher.setMaxRequestsPerHost(
        perHost == DEFAULT_REQUESTS_PER_HOST ? base.getMaxRequests() : perHost);
    return dispatcher;
  }

  static String required(@Nullable String value, String name, String variable) {
    if (value == null) {
      throw new IllegalStateException(
          "%s is not set: call %s(…), or fromEnvironment() with %s"
              .formatted(name, name, variable));
    }
    return value;
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

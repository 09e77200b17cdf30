package io.github.realtimekit.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all clients have in common. All but the API token has a default that suits a
 * service.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private final String userAgent;
  private HttpUrl baseUrl;
  private String userAgentSuffix = "";
  private Backoff backoff = Backoff.system(2);
  private @Nullable String apiToken;
  private @Nullable OkHttpClient okHttpClient;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;
  private @Nullable Duration callTimeout;
  private @Nullable Consumer<String> log;

  ClientBuilder(String baseUrl, String userAgent) {
    this.baseUrl = BaseUrl.parse(baseUrl);
    this.userAgent = userAgent;
  }

  /**
   * The API token. It needs one of the permissions {@code Realtime Admin} and {@code Realtime}.
   *
   * @throws IllegalArgumentException if it is empty or holds a character that no token has, such as
   *     a line break; the message does not show it
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
   * Where the API is, if not at Cloudflare: a gateway, or a stand-in for tests.
   *
   * @throws IllegalArgumentException if it is not an HTTP URL; if it has a user, query or fragment;
   *     or if it is neither HTTPS nor on this machine, since the token would travel in the clear
   */
  public B baseUrl(String baseUrl) {
    this.baseUrl = BaseUrl.parse(baseUrl);
    return self();
  }

  /**
   * Takes what is there of the environment variables {@code CLOUDFLARE_API_TOKEN}, {@code
   * CLOUDFLARE_BASE_URL}, and those that name account and app. What is set afterwards wins.
   *
   * @throws IllegalArgumentException as the methods that they stand for
   */
  public B fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  /** How long connecting may take; 10 seconds by default, zero for no limit. */
  public B connectTimeout(Duration timeout) {
    this.connectTimeout = notNegative(timeout);
    return self();
  }

  /** How long the API may keep silent; 30 seconds by default, zero for no limit. */
  public B readTimeout(Duration timeout) {
    this.readTimeout = notNegative(timeout);
    return self();
  }

  /**
   * How long a call may take with all its retries and waits; a minute by default, zero for no
   * limit.
   */
  public B callTimeout(Duration timeout) {
    this.callTimeout = notNegative(timeout);
    return self();
  }

  /**
   * How often a request is sent again that failed and is safe to repeat; 2 by default.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public B maxRetries(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException(
          "maxRetries is " + maxRetries + ", and must not be negative");
    }
    return backoff(new Backoff(maxRetries, backoff.clock(), backoff.random(), backoff.sleeper()));
  }

  /**
   * The OkHttp client whose connections, proxy, TLS, interceptors and time-outs to use. It stays as
   * it is, and open. Redirects are not followed, and only this client's own retries are made.
   */
  public B okHttpClient(OkHttpClient okHttpClient) {
    this.okHttpClient = okHttpClient;
    return self();
  }

  /** What to add to the header {@code User-Agent}, such as {@code my-service/2.1}. */
  public B userAgentSuffix(String suffix) {
    this.userAgentSuffix = suffix;
    return self();
  }

  /**
   * Where to tell each request and answer, line by line, with credentials hidden; nowhere by
   * default.
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

  B backoff(Backoff backoff) {
    this.backoff = backoff;
    return self();
  }

  Transport transport() {
    String token = required(apiToken, "apiToken", "CLOUDFLARE_API_TOKEN");
    OkHttpClient.Builder http = new OkHttpClient.Builder();
    if (okHttpClient == null) {
      http.socketFactory(new InterruptibleSocketFactory())
          .connectTimeout(Duration.ofSeconds(10))
          .readTimeout(Duration.ofSeconds(30))
          .callTimeout(Duration.ofMinutes(1));
      if (!baseUrl.isHttps()) {
        // Without TLS OkHttp need not read all certificates that this machine trusts.
        http.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
      }
    } else {
      http = okHttpClient.newBuilder();
    }
    if (connectTimeout != null) {
      http.connectTimeout(connectTimeout);
    }
    if (readTimeout != null) {
      http.readTimeout(readTimeout);
    }
    if (callTimeout != null) {
      http.callTimeout(callTimeout);
    }
    http.followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .addInterceptor(
            new RetryInterceptor(
                backoff,
                new AttemptInterceptor(token, (userAgent + " " + userAgentSuffix).strip())))
        .addNetworkInterceptor(RetryInterceptor::keepFromOkHttp);
    if (log != null) {
      http.addInterceptor(new ExchangeLog(log));
    }
    return new Transport(
        baseUrl, http.build(), okHttpClient == null, new Failures(token, backoff.clock()));
  }

  static String required(@Nullable String value, String name, String variable) {
    if (value == null) {
      throw new IllegalStateException(
          "%s is not set: call %s(…), or fromEnvironment() with %s"
              .formatted(name, name, variable));
    }
    return value;
  }

  private static Duration notNegative(Duration timeout) {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("A time-out is " + timeout + ", and must not be negative");
    }
    return timeout;
  }

  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }
}

package io.github.realtimekit.webhooks.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Creates OkHttp clients. */
public final class HttpClients {
  private static final int DEFAULT_REQUESTS_PER_HOST = 5;

  private HttpClients() {}

  /** Returns the client that is used unless the builder gets another. */
  public static OkHttpClient defaultFor(HttpUrl baseUrl) {
    // Idle threads end after a second, so that a client that is not closed lets the JVM end.
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
   * Returns a builder that shares the base's connections and threads, without redirects and
   * OkHttp's retries. Its dispatcher runs this client's calls only, so that it can cancel them all.
   * They go to one host, so OkHttp's default of five per host is lifted: otherwise a few calls that
   * wait for a retry would block the others.
   */
  public static OkHttpClient.Builder sharing(OkHttpClient base) {
    Dispatcher dispatcher = new Dispatcher(base.dispatcher().executorService());
    int max = base.dispatcher().getMaxRequests();
    int perHost = base.dispatcher().getMaxRequestsPerHost();
    dispatcher.setMaxRequests(max);
    dispatcher.setMaxRequestsPerHost(perHost == DEFAULT_REQUESTS_PER_HOST ? max : perHost);
    return base.newBuilder()
        .dispatcher(dispatcher)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false);
  }
}

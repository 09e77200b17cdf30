package io.github.realtimekit.webhooks;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Adds the headers that each request has, and bounds the body of its response. */
final class HeadersInterceptor implements Interceptor {
  private final String authorization;
  private final String userAgent;

  HeadersInterceptor(String apiToken, String userAgent) {
    this.authorization = "Bearer " + apiToken;
    this.userAgent = userAgent;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return BoundedBody.bound(
        chain.proceed(
            chain
                .request()
                .newBuilder()
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("User-Agent", userAgent)
                .build()));
  }
}

package io.github.realtimekit.webhooks;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Says who calls: token and user agent. */
final class CredentialsInterceptor implements Interceptor {
  private final String authorization;
  private final String userAgent;

  CredentialsInterceptor(String apiToken, String userAgent) {
    this.authorization = "Bearer " + apiToken;
    this.userAgent = userAgent;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(
        chain
            .request()
            .newBuilder()
            .header("Authorization", authorization)
            .header("Accept", "application/json")
            .header("User-Agent", userAgent)
            .build());
  }
}

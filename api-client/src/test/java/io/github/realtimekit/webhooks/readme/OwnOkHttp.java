package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.OkHttpClient;

final class OwnOkHttp {
  public static void main(String[] args) {
    Proxy proxy = Proxy.NO_PROXY;
    // snippet: own-okhttp
    // Proxy, TLS, interceptors, connections: all as you set them.
    OkHttpClient http = new OkHttpClient.Builder().proxy(proxy).build();
    WebhooksClient webhooks =
        WebhooksClient.builder()
            .fromEnvironment()
            .okHttpClient(http)
            .callTimeout(Duration.ofSeconds(20)) // for all attempts together
            .maxRetries(4)
            .userAgentSuffix("my-service/2.1")
            .log(System.err::println) // credentials hidden
            .build();
    // end
    System.out.println(webhooks.listWebhooks().size() + " webhooks");
    http.connectionPool().evictAll();
  }
}

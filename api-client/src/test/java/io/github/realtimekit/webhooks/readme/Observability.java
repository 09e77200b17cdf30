package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpMetricsEventListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class Observability {
  public static void main(String[] args) {
    Logger logger = LoggerFactory.getLogger(Observability.class);
    MeterRegistry registry = new SimpleMeterRegistry();
    // snippet: observability
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListener(
                OkHttpMetricsEventListener.builder(registry, "realtimekit.requests").build())
            .build();
    WebhooksClient webhooks =
        WebhooksClient.builder()
            .fromEnvironment()
            .okHttpClient(http)
            .log(logger::debug) // SLF4J, or any other Consumer<String>
            .build();
    // end
    webhooks.listWebhooks();
    System.out.println(registry.get("realtimekit.requests").timer().count() + " request timed");
    http.connectionPool().evictAll();
  }
}

package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Invocation;

final class Observability {
  public static void main(String[] args) {
    Logger logger = LoggerFactory.getLogger(Observability.class);
    MeterRegistry registry = new SimpleMeterRegistry();
    // snippet: observability
    Interceptor metrics =
        chain -> {
          Timer.Sample timer = Timer.start(registry);
          String operation = chain.request().tag(Invocation.class).method().getName();
          String outcome = "no response";
          try {
            Response response = chain.proceed(chain.request());
            outcome = String.valueOf(response.code());
            return response;
          } finally {
            timer.stop(
                registry.timer("realtimekit.calls", "operation", operation, "outcome", outcome));
          }
        };
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(metrics).build();
    WebhooksClient webhooks =
        WebhooksClient.builder()
            .fromEnvironment()
            .okHttpClient(http)
            .log(logger::debug) // SLF4J, or any other Consumer<String>
            .build();
    // end
    webhooks.listWebhooks();
    registry
        .get("realtimekit.calls")
        .timers()
        .forEach(
            timer ->
                System.out.println(
                    timer.getId().getTag("operation")
                        + " "
                        + timer.getId().getTag("outcome")
                        + ": "
                        + timer.count()));
    http.connectionPool().evictAll();
  }
}

package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One client, eight threads, 20,000 calls: each gets its own response, and nothing is left behind.
 */
@Tag("slow")
class LoadTest {
  private static final int THREADS = 8;
  private static final int CALLS = 20_000;

  @Test
  void eightThreadsShareAClient() throws Exception {
    ConnectionPool pool = new ConnectionPool(THREADS, 1, TimeUnit.MINUTES);
    OkHttpClient http = new OkHttpClient.Builder().connectionPool(pool).build();
    try (ApiServer api = new ApiServer();
        WebhooksClient webhooks = api.builder().okHttpClient(http).maxRetries(0).build()) {
      api.server.setDispatcher(new EchoOfTheApp());
      List<Future<Integer>> threads = new ArrayList<>();
      var executor = Executors.newFixedThreadPool(THREADS);
      for (int t = 0; t < THREADS; t++) {
        WebhooksClient own = webhooks.withApp("app-" + t);
        String name = "app-" + t;
        threads.add(executor.submit(() -> call(own, name)));
      }
      int calls = 0;
      for (Future<Integer> thread : threads) {
        calls += thread.get();
      }
      executor.shutdown();
      assertThat(calls).isEqualTo(CALLS);
      assertThat(api.server.getRequestCount()).isEqualTo(CALLS);
      assertThat(pool.connectionCount()).isBetween(1, THREADS);
      assertThat(pool.idleConnectionCount()).as("none leaked").isEqualTo(pool.connectionCount());
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("OkHttp " + api.server.url("/")));
    }
    pool.evictAll();
  }

  private static int call(WebhooksClient webhooks, String name) {
    for (int i = 0; i < CALLS / THREADS; i++) {
      assertThat(webhooks.getWebhook(ID).name()).isEqualTo(name);
    }
    return CALLS / THREADS;
  }

  /** Responds with the app's identifier as the webhook's name, so that mixed-up responses show. */
  private static final class EchoOfTheApp extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String app = request.getRequestUrl().pathSegments().get(6);
      return new MockResponse().setBody(envelope(WEBHOOK.replace("All events webhook", app)));
    }
  }
}

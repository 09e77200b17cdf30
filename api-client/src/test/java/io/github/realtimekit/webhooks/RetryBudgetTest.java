package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.internal.RetryInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load that retries put on an API in trouble. */
class RetryBudgetTest {
  private static final int THREADS = 8;
  private static final int CALLS = 100;

  @AutoClose private final ApiServer api = new ApiServer();
  private volatile int status = 503;

  @BeforeEach
  void respondWithStatus() {
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse().setResponseCode(status).setBody(envelope(WEBHOOK));
          }
        });
  }

  @Test
  void stormOf503CostsLittleMoreThanItsCalls() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try (WebhooksClient webhooks = api.builder().build()) {
      List<Future<?>> threads = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        threads.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < CALLS; i++) {
                    assertThatThrownBy(() -> webhooks.getWebhook(ID))
                        .isInstanceOf(ServerException.class);
                  }
                }));
      }
      for (Future<?> thread : threads) {
        thread.get();
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(api.server.getRequestCount()).isEqualTo(THREADS * CALLS + RetryInterceptor.BUDGET);
  }

  @Test
  void successesRefillTheBudget() {
    try (WebhooksClient webhooks = api.builder().maxRetries(0).build().withApp("app")) {
      assertThat(requestsOf(webhooks)).isOne();
    }
    try (WebhooksClient webhooks = api.client()) {
      for (int i = 0; i < RetryInterceptor.BUDGET; i++) {
        requestsOf(webhooks);
      }
      assertThat(requestsOf(webhooks)).as("the budget is used up").isOne();
      for (int error : new int[] {500, 429, 408}) {
        status = error;
        assertThatThrownBy(() -> webhooks.getWebhook(ID)).isInstanceOf(ApiException.class);
        status = 503;
        assertThat(requestsOf(webhooks)).as("%d gives none back", error).isOne();
      }
      status = 200;
      webhooks.getWebhook(ID);
      status = 503;
      assertThat(requestsOf(webhooks)).as("one token is back").isEqualTo(2);
    }
  }

  @Test
  void successesOfAFullBudgetAddNothing() {
    status = 200;
    try (WebhooksClient webhooks = api.client()) {
      for (int i = 0; i < 10; i++) {
        webhooks.getWebhook(ID);
      }
      status = 503;
      int retries = 0;
      for (int i = 0; i < RetryInterceptor.BUDGET; i++) {
        retries += requestsOf(webhooks) - 1;
      }
      assertThat(retries).isEqualTo(RetryInterceptor.BUDGET);
    }
  }

  private int requestsOf(WebhooksClient webhooks) {
    int before = api.server.getRequestCount();
    assertThatThrownBy(() -> webhooks.getWebhook(ID)).isInstanceOf(ServerException.class);
    return api.server.getRequestCount() - before;
  }
}

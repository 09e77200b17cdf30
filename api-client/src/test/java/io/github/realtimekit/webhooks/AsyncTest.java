package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import io.github.realtimekit.webhooks.internal.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** Futures, Retrofit's calls, cancellation and interrupts. */
class AsyncTest {
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  private ApiServer api;
  private OkHttpClient http;
  private WebhooksClient webhooks;

  @BeforeEach
  void start() throws Exception {
    api = new ApiServer();
    http = new OkHttpClient();
    webhooks = api.builder().retryPolicy(api.endlessWaits()).okHttpClient(http).build();
  }

  @AfterEach
  void stop() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    api.close();
  }

  @Test
  void completesFutureWithTheData() throws Exception {
    api.respond(200, envelope(WEBHOOK));
    CompletableFuture<Webhook> future = webhooks.async().getWebhook(ID);
    assertThat(future.get().id()).isEqualTo(ID);
    assertThat(future.cancel(true)).as("canceled too late").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "10, 1"})
  void keepsTheDispatchersBoundsOfCallsAtOnce(int all, int perHost) {
    AtomicInteger atOnce = new AtomicInteger();
    OkHttpClient one =
        http.newBuilder()
            .dispatcher(new okhttp3.Dispatcher(http.dispatcher().executorService()))
            .addInterceptor(
                chain -> {
                  assertThat(atOnce.incrementAndGet()).isOne();
                  okhttp3.Response response = chain.proceed(chain.request());
                  atOnce.decrementAndGet();
                  return response;
                })
            .build();
    one.dispatcher().setMaxRequestsPerHost(perHost);
    one.dispatcher().setMaxRequests(all);
    try (WebhooksClient bounded = api.builder().okHttpClient(one).build()) {
      List<CompletableFuture<Webhook>> calls =
          Stream.generate(
                  () -> {
                    api.respond(
                        new MockResponse()
                            .setHeadersDelay(50, MILLISECONDS)
                            .setBody(envelope(WEBHOOK)));
                    return bounded.async().getWebhook(ID);
                  })
              .limit(4)
              .toList();
      assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).isEqualTo(ID));
    }
  }

  @Test
  void failsFutureWithErrorResponse() {
    api.respond(409, "{\"error\":{\"code\":409,\"message\":\"exists\"}}");
    CompletableFuture<Webhook> future =
        webhooks.async().editWebhook(ID, WebhookPatch.builder().name("n").build());
    assertThatThrownBy(future::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ConflictException.class);
  }

  @Test
  void completesFutureWithEmptyListForAppWithoutWebhooks() throws Exception {
    api.respond(404, "{\"error\":{\"code\":404,\"message\":\"none\"}}");
    assertThat(webhooks.async().listWebhooks().get()).isEmpty();
  }

  @Test
  void failsFutureForLostConnectionAndInvalidResponse() {
    api.respond(SocketPolicy.DISCONNECT_AFTER_REQUEST);
    api.respond(200, "<html>");
    try (WebhooksClient once = api.builder().maxRetries(0).build()) {
      assertThatThrownBy(once.async().getWebhook(ID)::get)
          .hasCauseInstanceOf(ConnectionException.class);
      assertThatThrownBy(once.async().getWebhook(ID)::get)
          .hasCauseInstanceOf(InvalidResponseException.class);
    }
  }

  @Test
  void failsFutureForJsonOfAnotherShape() {
    api.respond(200, "[]");
    assertThatThrownBy(webhooks.async().getWebhook(ID)::get)
        .cause()
        .isExactlyInstanceOf(InvalidResponseException.class)
        .hasCauseInstanceOf(JsonDataException.class);
  }

  @Test
  void cancelingFutureCancelsItsCall() throws Exception {
    api.respond(SocketPolicy.NO_RESPONSE);
    CompletableFuture<Webhook> future = webhooks.async().getWebhook(ID);
    api.request();
    assertThat(future.cancel(true)).isTrue();
    assertThat(future).isCancelled();
    assertNoCallIsLeft();
  }

  /** Otherwise it could end with the failure of the canceled call. */
  @Test
  void futureIsCanceledBeforeItsCall() {
    List<CompletableFuture<Webhook>> futures = new CopyOnWriteArrayList<>();
    List<Boolean> canceledBefore = new CopyOnWriteArrayList<>();
    OkHttpClient listening =
        http.newBuilder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void canceled(okhttp3.Call call) {
                    canceledBefore.add(futures.get(0).isCancelled());
                  }
                })
            .build();
    api.respond(SocketPolicy.NO_RESPONSE);
    try (WebhooksClient other = api.builder().okHttpClient(listening).build()) {
      futures.add(other.async().getWebhook(ID));
      api.request();
      futures.get(0).cancel(true);
    }
    assertThat(canceledBefore).isNotEmpty().doesNotContain(false);
  }

  @Test
  void cancelingFutureEndsItsWaitForRetry() throws Exception {
    api.respond(429, "", "Retry-After: 25");
    CompletableFuture<Webhook> future = webhooks.async().getWebhook(ID);
    api.awaitWaits(1);
    future.cancel(true);
    assertNoCallIsLeft();
  }

  @Test
  void callTimeoutBoundsAllAttempts() throws Exception {
    for (int i = 0; i < 20; i++) {
      api.respond(500, "");
    }
    try (WebhooksClient hasty =
        api.builder()
            .okHttpClient(http)
            .retryPolicy(RetryPolicy.withMaxRetries(1000))
            .callTimeout(Duration.ofMillis(400))
            .build()) {
      assertThatThrownBy(hasty::listWebhooks).isInstanceOf(RealtimeKitException.class);
    }
    assertThat(api.server.getRequestCount()).isLessThan(20);
  }

  @Test
  void retrofitCallReturnsStatusHeadersAndBody() throws Exception {
    api.respond(200, envelope("[" + WEBHOOK + "]"), "cf-ray: ray-1");
    Response<WebhookListResponse> response = webhooks.api().listWebhooks("acc", "app").execute();
    assertThat(response.code()).isEqualTo(200);
    assertThat(response.headers().get("cf-ray")).isEqualTo("ray-1");
    assertThat(response.body().data()).extracting(Webhook::id).isEqualTo(List.of(ID));
    assertThat(response.body().success()).isTrue();
  }

  @Test
  void retrofitCallReturnsErrorBody() throws Exception {
    api.respond(404, "gone", "cf-ray: ray-2");
    Response<WebhookResponse> response =
        webhooks.api().getWebhook("acc", "app", "not-a-uuid").execute();
    assertThat(response.code()).isEqualTo(404);
    assertThat(response.headers().get("cf-ray")).isEqualTo("ray-2");
    assertThat(response.errorBody().string()).isEqualTo("gone");
    assertThat(api.request().getPath()).endsWith("/webhooks/not-a-uuid");
  }

  @Test
  @SuppressWarnings("NullAway")
  void invalidArgumentFailsTheFuture() {
    assertThatThrownBy(webhooks.withApp("app").async().createWebhook(null)::get)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void callsThatWaitForRetryDoNotBlockOthers() throws Exception {
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getPath().contains("/busy/")
                ? new MockResponse().setResponseCode(429).addHeader("Retry-After: 25")
                : new MockResponse().setBody(envelope(WEBHOOK));
          }
        });
    List<CompletableFuture<Webhook>> waiting =
        Stream.generate(() -> webhooks.withApp("busy").async().getWebhook(ID)).limit(20).toList();
    for (int i = 0; i < waiting.size(); i++) {
      api.request();
    }
    assertThat(webhooks.async().getWebhook(ID).get().id()).isEqualTo(ID);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    waiting.forEach(future -> future.cancel(true));
  }

  @Test
  void callTimeoutIncludesTimeInQueue() {
    okhttp3.Dispatcher one = new okhttp3.Dispatcher();
    one.setMaxRequests(1);
    OkHttpClient busy = http.newBuilder().dispatcher(one).readTimeout(Duration.ZERO).build();
    api.respond(SocketPolicy.NO_RESPONSE);
    try (WebhooksClient other =
        api.builder().okHttpClient(busy).callTimeout(Duration.ofMillis(500)).build()) {
      Call<WebhookListResponse> running = other.api().listWebhooks("acc", "app");
      running.timeout().timeout(1, MINUTES);
      running.enqueue(new IgnoringCallback());
      api.request();
      CompletableFuture<Webhook> queued = other.async().createWebhook(REQUEST);
      assertThatThrownBy(queued::get)
          .hasMessageContaining("(timeout)")
          .cause()
          .isInstanceOfSatisfying(
              ConnectionException.class, e -> assertThat(e.outcomeUnknown()).isFalse());
      assertThat(api.server.getRequestCount()).isOne();
      Call<WebhookListResponse> next = other.api().listWebhooks("acc", "app");
      next.timeout().timeout(1, MINUTES);
      next.enqueue(new IgnoringCallback());
      running.cancel();
      assertThat(api.request().getMethod()).as("not the queued POST").isEqualTo("GET");
    }
  }

  @Test
  void callTimeoutIsNotProlongedByTimeInQueue() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            released.await();
            return new MockResponse()
                .setHeadersDelay(request.getMethod().equals("GET") ? 0 : 600, MILLISECONDS)
                .setBody(envelope(WEBHOOK));
          }
        });
    okhttp3.Dispatcher one = new okhttp3.Dispatcher();
    one.setMaxRequests(1);
    OkHttpClient busy = http.newBuilder().dispatcher(one).build();
    try (WebhooksClient other =
        api.builder().okHttpClient(busy).callTimeout(Duration.ofSeconds(1)).build()) {
      CompletableFuture<Webhook> running = other.async().getWebhook(ID);
      CompletableFuture<Webhook> queued = other.async().createWebhook(REQUEST);
      // In the queue and on the way it takes longer than the timeout, each alone does not.
      Thread.sleep(700);
      released.countDown();
      assertThatThrownBy(queued::get)
          .hasCauseInstanceOf(ConnectionException.class)
          .hasMessageContaining("(timeout)");
      running.cancel(true);
    }
  }

  /** Waits until the call's thread is free again, and no retry came of it. */
  private void assertNoCallIsLeft() throws InterruptedException {
    ThreadPoolExecutor threads = (ThreadPoolExecutor) http.dispatcher().executorService();
    while (threads.getActiveCount() > 0) {
      Thread.sleep(1);
    }
    assertThat(api.server.getRequestCount()).isOne();
  }

  private static final class IgnoringCallback implements Callback<WebhookListResponse> {
    @Override
    public void onResponse(
        Call<WebhookListResponse> call, Response<WebhookListResponse> response) {}

    @Override
    public void onFailure(Call<WebhookListResponse> call, Throwable failure) {}
  }
}

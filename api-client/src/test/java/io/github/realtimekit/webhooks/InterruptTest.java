package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Interrupted threads: the call ends with one of our exceptions, and the interrupt is kept. No
 * timeout would end it.
 */
class InterruptTest {
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  @AutoClose private final ApiServer api = new ApiServer();

  @Test
  void callOfInterruptedThreadFailsBeforeItConnects() throws Exception {
    try (WebhooksClient webhooks = api.client()) {
      Call call = new Call(webhooks);
      call.interruptBeforeStart = true;
      call.startAndAssertConnectionException();
      assertThat(api.server.getRequestCount()).isZero();
    }
  }

  @Test
  void retrofitCallOfInterruptedThreadFailsBeforeItConnects() throws Exception {
    try (WebhooksClient webhooks = api.client()) {
      FutureTask<Boolean> isInterrupted =
          new FutureTask<>(
              () -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(
                        () -> webhooks.api().getWebhook("acc", "app", ID.toString()).execute())
                    .isInstanceOf(InterruptedIOException.class);
                return Thread.currentThread().isInterrupted();
              });
      new Thread(isInterrupted).start();
      assertThat(isInterrupted.get()).as("the interrupt is kept").isTrue();
    }
  }

  @Test
  void interruptAfterACallCancelsNothing() throws Exception {
    List<String> canceled = new CopyOnWriteArrayList<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void canceled(okhttp3.Call call) {
                    canceled.add(call.request().method());
                  }
                })
            .build();
    api.respond(200, envelope(WEBHOOK));
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
      Thread other = new Thread(Thread.currentThread()::interrupt);
      other.start();
      while (!Thread.interrupted()) {
        Thread.onSpinWait();
      }
      other.join();
      assertThat(canceled).isEmpty();
    }
  }

  /** Kotlin's interceptors throw it undeclared, as do the threads of OkHttp 5 that connect. */
  @Test
  void interruptedExceptionWithinACallEndsItAndIsKept() {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  throw InterruptTest.<RuntimeException>sneak(new InterruptedException("stop"));
                })
            .build();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      assertThatThrownBy(() -> webhooks.getWebhook(ID))
          .isInstanceOf(ConnectionException.class)
          .hasCauseInstanceOf(InterruptedIOException.class)
          .hasRootCauseInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
      assertThat(api.waits).isEmpty();
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E sneak(Exception failure) throws E {
    throw (E) failure;
  }

  @Test
  void interruptEndsConnecting() throws Exception {
    CountDownLatch connecting = new CountDownLatch(1);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ZERO)
            .eventListener(
                new EventListener() {
                  @Override
                  public void connectStart(
                      okhttp3.Call call, InetSocketAddress address, Proxy proxy) {
                    connecting.countDown();
                  }
                })
            .build();
    try (FullPort full = new FullPort();
        WebhooksClient webhooks =
            api.builder().okHttpClient(http).baseUrl(full.baseUrl()).build()) {
      Call call = new Call(webhooks);
      call.start();
      connecting.await();
      call.thread.interrupt();
      call.assertConnectionException();
    }
  }

  @Test
  void interruptEndsBlockingRead() throws Exception {
    api.respond(SocketPolicy.NO_RESPONSE);
    try (WebhooksClient webhooks =
        api.builder().readTimeout(Duration.ZERO).callTimeout(Duration.ZERO).build()) {
      interruptWhileItReads(webhooks);
      assertThat(api.server.getRequestCount()).isOne();
    }
  }

  @Test
  void interruptIsKeptThoughAnInterceptorClearsIt() throws Exception {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .readTimeout(Duration.ZERO)
            .addInterceptor(
                chain -> {
                  try {
                    return chain.proceed(chain.request());
                  } catch (IOException e) {
                    boolean unused = Thread.interrupted();
                    throw e;
                  }
                })
            .build();
    api.respond(SocketPolicy.NO_RESPONSE);
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      interruptWhileItReads(webhooks);
    }
  }

  @Test
  void interruptEndsWaitForRetry() throws Exception {
    api.respond(429, "", "Retry-After: 25");
    try (WebhooksClient webhooks =
        api.builder().retryPolicy(api.endlessWaits()).callTimeout(Duration.ZERO).build()) {
      Call call = new Call(webhooks);
      call.start();
      api.awaitWaits(1);
      call.thread.interrupt();
      call.assertConnectionException();
      assertThat(api.server.getRequestCount()).isOne();
    }
  }

  @Test
  void interruptEndsWaitForRetryOfRetrofitCall() throws Exception {
    api.respond(429, "", "Retry-After: 25");
    try (WebhooksClient webhooks =
        api.builder().retryPolicy(api.endlessWaits()).callTimeout(Duration.ZERO).build()) {
      FutureTask<Boolean> isInterrupted =
          new FutureTask<>(
              () -> {
                assertThatThrownBy(
                        () -> webhooks.api().getWebhook("acc", "app", ID.toString()).execute())
                    .isInstanceOf(InterruptedIOException.class);
                return Thread.currentThread().isInterrupted();
              });
      Thread thread = new Thread(isInterrupted);
      thread.start();
      api.awaitWaits(1);
      thread.interrupt();
      assertThat(isInterrupted.get()).as("the interrupt is kept").isTrue();
    }
  }

  @Test
  void interruptOfWaitAfter429LeavesNothingUnknown() throws Exception {
    api.respond(429, "", "Retry-After: 25");
    try (WebhooksClient webhooks =
        api.builder().retryPolicy(api.endlessWaits()).callTimeout(Duration.ZERO).build()) {
      FutureTask<Boolean> outcomeUnknown =
          new FutureTask<>(
              () -> {
                try {
                  webhooks.createWebhook(REQUEST);
                  throw new AssertionError();
                } catch (ConnectionException e) {
                  return e.outcomeUnknown();
                }
              });
      Thread thread = new Thread(outcomeUnknown);
      thread.start();
      api.awaitWaits(1);
      thread.interrupt();
      assertThat(outcomeUnknown.get()).isFalse();
    }
  }

  @Test
  void futureFailsAfterTheExecutorWasShutDown() {
    OkHttpClient http = new OkHttpClient();
    http.dispatcher().executorService().shutdownNow();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      assertThatThrownBy(webhooks.async().getWebhook(ID)::join)
          .hasCauseInstanceOf(ConnectionException.class);
    }
  }

  @Test
  void interruptLeavesOtherCallsOfAnHttp2ConnectionAlone() throws Exception {
    api.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    CountDownLatch interrupted = new CountDownLatch(1);
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            if (request.getSequenceNumber() > 0) {
              interrupted.await();
            }
            return new MockResponse().setResponseCode(201).setBody(envelope(WEBHOOK));
          }
        });
    OkHttpClient http =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
            .readTimeout(Duration.ZERO)
            .build();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).maxRetries(0).build()) {
      webhooks.createWebhook(REQUEST); // Connects.
      List<CompletableFuture<Webhook>> others =
          Stream.generate(() -> webhooks.async().createWebhook(REQUEST)).limit(4).toList();
      Call call = new Call(webhooks);
      call.start();
      assertThat(Stream.generate(() -> api.request().getSequenceNumber()).limit(6))
          .as("of their connection")
          .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
      call.thread.interrupt();
      call.assertConnectionException();
      interrupted.countDown();
      for (CompletableFuture<Webhook> other : others) {
        assertThat(other.get().id()).isEqualTo(ID);
      }
      webhooks.createWebhook(REQUEST);
      assertThat(api.request().getSequenceNumber()).isEqualTo(6);
    } finally {
      interrupted.countDown();
      http.connectionPool().evictAll();
    }
  }

  private void interruptWhileItReads(WebhooksClient webhooks) throws Exception {
    Call call = new Call(webhooks);
    call.start();
    api.request();
    awaitWithin(call.thread, "readResponseHeaders");
    call.thread.interrupt();
    call.assertConnectionException();
  }

  private static void awaitWithin(Thread thread, String method) throws InterruptedException {
    while (Stream.of(thread.getStackTrace())
        .noneMatch(frame -> frame.getMethodName().equals(method))) {
      Thread.sleep(1);
    }
  }

  /** A call in a thread of its own. */
  private static final class Call {
    final Thread thread;
    boolean interruptBeforeStart;
    private final FutureTask<Boolean> isInterrupted;

    Call(WebhooksClient webhooks) {
      isInterrupted =
          new FutureTask<>(
              () -> {
                if (interruptBeforeStart) {
                  Thread.currentThread().interrupt();
                }
                assertThatThrownBy(() -> webhooks.getWebhook(ID))
                    .isInstanceOf(ConnectionException.class);
                return Thread.currentThread().isInterrupted();
              });
      thread = new Thread(isInterrupted);
    }

    void start() {
      thread.start();
    }

    void startAndAssertConnectionException() throws Exception {
      start();
      assertConnectionException();
    }

    void assertConnectionException() throws Exception {
      assertThat(isInterrupted.get()).as("the interrupt is kept").isTrue();
    }
  }
}

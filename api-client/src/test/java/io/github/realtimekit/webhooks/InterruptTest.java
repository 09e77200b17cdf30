package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Interrupted threads: the call ends with one of our exceptions, and the interrupt is kept. */
class InterruptTest {
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  private static final String READ = "readResponseHeaders";
  private static final String WAIT = "sleepUnlessCanceled";

  private final ApiServer api = new ApiServer();

  @AfterEach
  void stop() {
    api.close();
  }

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
  void interruptEndsConnecting() throws Exception {
    CountDownLatch connecting = new CountDownLatch(1);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  connecting.countDown();
                  // Nothing accepts connections there, and nothing refuses them.
                  return List.of(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}));
                })
            .build();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      Call call = new Call(webhooks);
      call.start();
      connecting.await();
      call.thread.interrupt();
      call.assertConnectionException();
    }
  }

  @Test
  void interruptEndsBlockingRead() throws Exception {
    api.respond(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    assertInterruptEndsCallWithin(READ);
  }

  @Test
  void interruptEndsWaitForRetry() throws Exception {
    api.respond(429, "", "Retry-After: 25");
    assertInterruptEndsCallWithin(WAIT);
  }

  @Test
  void interruptOfWaitAfter429LeavesNothingUnknown() throws Exception {
    api.respond(429, "", "Retry-After: 25");
    try (WebhooksClient webhooks = client()) {
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
      api.request();
      awaitWithin(thread, WAIT);
      thread.interrupt();
      assertThat(outcomeUnknown.get(10, SECONDS)).isFalse();
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
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(201).body(envelope(WEBHOOK)).build();
          }
        });
    OkHttpClient http =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    ExecutorService others = Executors.newFixedThreadPool(4);
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).maxRetries(0).build()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(
            others.submit(
                () -> {
                  for (int n = 0; n < 50; n++) {
                    webhooks.createWebhook(REQUEST);
                  }
                }));
      }
      for (int i = 0; i < 20; i++) {
        Call call = new Call(webhooks);
        call.start();
        call.thread.interrupt();
        call.thread.join();
      }
      for (Future<?> call : calls) {
        call.get();
      }
      assertThat(http.connectionPool().connectionCount()).isOne();
    } finally {
      others.shutdownNow();
      http.connectionPool().evictAll();
    }
  }

  /** A client whose waits for a retry take their time. */
  private WebhooksClient client() {
    return api.builder().retryPolicy(RetryPolicy.withMaxRetries(2)).build();
  }

  private void assertInterruptEndsCallWithin(String method) throws Exception {
    try (WebhooksClient webhooks = client()) {
      Call call = new Call(webhooks);
      call.start();
      api.request();
      awaitWithin(call.thread, method);
      call.thread.interrupt();
      call.assertConnectionException();
      assertThat(api.server.getRequestCount()).isOne();
    }
  }

  private static void awaitWithin(Thread thread, String method) {
    while (Stream.of(thread.getStackTrace())
        .noneMatch(frame -> frame.getMethodName().equals(method))) {
      Thread.onSpinWait();
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
      assertThat(isInterrupted.get(10, SECONDS)).as("the interrupt is kept").isTrue();
    }
  }
}

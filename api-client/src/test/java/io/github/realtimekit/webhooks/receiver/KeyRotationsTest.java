package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys over a longer time: replaced more than once, while a fetch runs, after quiet. */
class KeyRotationsTest {
  private static final DeliverySigner OLD = Signers.FIRST;
  private static final DeliverySigner NEW = Signers.SECOND;
  private static final DeliverySigner THIRD = Signers.THIRD;
  private static final byte[] BODY = "{\"event\":\"meeting.ended\"}".getBytes(UTF_8);

  private final AtomicLong nanos =
      new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // Overflows soon.
  private final List<Thread> fetching = new CopyOnWriteArrayList<>();
  private final ReceivingServer server = new ReceivingServer();
  private volatile DeliverySigner signer = OLD;
  private final WebhookKeys keys =
      new FetchedKeys(
          new KeyRequest(
              server.keyUrl(),
              new OkHttpClient.Builder()
                  .callTimeout(Duration.ofMinutes(1))
                  .addInterceptor(
                      chain -> {
                        fetching.add(Thread.currentThread());
                        return chain.proceed(chain.request());
                      })
                  .build()),
          nanos::get);

  KeyRotationsTest() {
    server.receive(WebhookReceiver.builder().keys(keys).build());
  }

  @AfterEach
  void close() {
    server.close();
  }

  private int deliver(DeliverySigner signer) throws Exception {
    return server.deliver(BODY, signer.headers(BODY, "a-webhook"));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void eachReplacedKeyEndsThoughTheNextIsReplacedToo() throws Exception {
    server.serveKey(request -> signer.publicKeyPem());
    assertThat(deliver(OLD)).isEqualTo(204);
    for (DeliverySigner next : List.of(NEW, THIRD)) {
      pass(Duration.ofMinutes(50));
      signer = next;
      assertThat(deliver(next)).isEqualTo(204);
    }
    pass(Duration.ofMinutes(11));
    assertThat(deliver(NEW)).as("replaced 11 minutes ago").isEqualTo(204);
    assertThat(deliver(OLD)).as("replaced 61 minutes ago").isEqualTo(401);
  }

  @Test
  void lateResultOfAnEarlierFetchChangesNothing() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    server.serveKey(
        request -> {
          if (request == 1) {
            await(end);
            return OLD.publicKeyPem();
          }
          return NEW.publicKeyPem();
        });
    try {
      assertThat(deliver(NEW)).isEqualTo(503);
      pass(Duration.ofMillis(2500).minusNanos(1));
      assertThat(keys.health()).isEqualTo(new WebhookKeys.Health(null, null));
      pass(Duration.ofNanos(1));
      assertThat(keys.health())
          .isEqualTo(new WebhookKeys.Health(null, "No response within 2500 ms"));
      pass(Duration.ofSeconds(10));
      assertThat(deliver(NEW)).isEqualTo(204);
    } finally {
      end.countDown();
    }
    fetching.get(0).join();
    assertThat(keys.health()).isEqualTo(new WebhookKeys.Health(Duration.ZERO, null));
    assertThat(deliver(OLD)).isEqualTo(401);
    assertThat(deliver(NEW)).isEqualTo(204);
  }

  @Test
  void ageIsThatOfTheLastFetchThoughTheKeyIsTheSame() throws Exception {
    server.serveKey(request -> OLD.publicKeyPem());
    keys.refresh();
    pass(Duration.ofMinutes(10));
    keys.refresh();
    pass(Duration.ofMinutes(1));
    assertThat(keys.health()).isEqualTo(new WebhookKeys.Health(Duration.ofMinutes(1), null));
  }

  @Test
  void quietTimeDoesNotAddToTheFetchesAtOnce() throws Exception {
    server.serveKey(request -> OLD.publicKeyPem());
    assertThat(deliver(OLD)).isEqualTo(204);
    pass(Duration.ofMinutes(50));
    for (int i = 0; i < 3; i++) {
      assertThat(deliver(THIRD)).isEqualTo(401);
    }
    assertThat(deliver(THIRD)).as("it may be signed with a newer key").isEqualTo(503);
    assertThat(server.keyRequests).hasValue(4);
  }

  @Test
  void processNeedNotWaitForAFetchThatHangs() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    server.serveKey(
        request -> {
          await(end);
          return OLD.publicKeyPem();
        });
    try {
      assertThat(deliver(OLD)).isEqualTo(503);
      assertThat(fetching).singleElement().matches(Thread::isAlive).matches(Thread::isDaemon);
    } finally {
      end.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FetchedKeysTest {
  private static final DeliverySigner OLD = Signers.FIRST;
  private static final DeliverySigner NEW = Signers.SECOND;
  private static final byte[] BODY = "{\"event\":\"meeting.ended\"}".getBytes(UTF_8);

  private static final OkHttpClient PATIENT =
      new OkHttpClient.Builder().callTimeout(Duration.ofMinutes(1)).build();

  private final AtomicLong nanos =
      new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // Overflows soon.
  private volatile DeliverySigner signer = OLD;
  private final ReceivingServer server = new ReceivingServer();
  private final WebhookKeys keys =
      new FetchedKeys(new KeyRequest(server.keyUrl(), PATIENT), nanos::get);

  @AfterEach
  void close() {
    server.close();
  }

  private void start() {
    server.serveKey(request -> signer.publicKeyPem());
    receive();
  }

  private void receive() {
    server.receive(WebhookReceiver.builder().keys(keys).build());
  }

  private int deliver(DeliverySigner signer) throws Exception {
    return server.deliver(BODY, signer.headers(BODY, "a-webhook"));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void fetchesOnceForThreadsThatStartTogether() throws Exception {
    CountDownLatch requested = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    server.serveKey(
        request -> {
          requested.countDown();
          awaitUninterruptibly(release);
          return OLD.publicKeyPem();
        });
    receive();
    List<Future<Integer>> responses = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      for (int i = 0; i < 16; i++) {
        responses.add(threads.submit(() -> deliver(OLD)));
      }
      requested.await();
      release.countDown();
      for (Future<Integer> response : responses) {
        assertThat(response.get()).isEqualTo(204);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.keyRequests).hasValue(1);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void keepsKeyForAnHour() throws Exception {
    start();
    deliver(OLD);
    pass(Duration.ofHours(1).minusNanos(1));
    deliver(OLD);
    assertThat(server.keyRequests).hasValue(1);
    pass(Duration.ofNanos(1));
    deliver(OLD);
    awaitNewKey();
    assertThat(server.keyRequests).hasValue(2);
  }

  /** Waits for the key that is fetched while the known one is in use. */
  private void awaitNewKey() throws Exception {
    while (!Duration.ZERO.equals(keys.health().age())) {
      Thread.sleep(1);
    }
  }

  @Test
  void fetchesThreeTimesAtOnceAndThenOnceInTenSeconds() throws Exception {
    start();
    assertThat(deliver(OLD)).isEqualTo(204);
    assertThat(deliver(NEW)).isEqualTo(401);
    assertThat(deliver(NEW)).isEqualTo(401);
    assertThat(server.keyRequests).hasValue(3);
    for (int i = 0; i < 3; i++) {
      assertThat(deliver(NEW)).as("it may be signed with a newer key").isEqualTo(503);
      pass(Duration.ofSeconds(10).minusNanos(1));
      assertThat(deliver(NEW)).isEqualTo(503);
      assertThat(deliver(OLD)).isEqualTo(204);
      pass(Duration.ofNanos(1));
      assertThat(deliver(NEW)).isEqualTo(401);
      assertThat(server.keyRequests).hasValue(4 + i);
    }
    assertThat(server.failures.get(2))
        .hasMessage(
            "The public key could not be fetched from %s: It was fetched too often just now"
                .formatted(server.keyUrl()));
  }

  @Test
  void acceptsDeliveryOfKeyThatIsRotatedRightAfterForgery() throws Exception {
    start();
    assertThat(deliver(OLD)).isEqualTo(204);
    pass(Duration.ofMinutes(1));
    assertThat(deliver(Signers.THIRD)).isEqualTo(401);
    signer = NEW;
    pass(Duration.ofSeconds(1));
    assertThat(deliver(NEW)).isEqualTo(204);
  }

  @Test
  void losesNoDeliveryOfNewKeyToForgeries() throws Exception {
    start();
    assertThat(deliver(OLD)).isEqualTo(204);
    for (int i = 0; i < 20; i++) {
      deliver(Signers.THIRD);
    }
    signer = NEW;
    assertThat(deliver(NEW)).isEqualTo(503);
    pass(Duration.ofSeconds(10));
    assertThat(deliver(NEW)).isEqualTo(204);
  }

  @Test
  void fetchesOnceForDeliveriesThatArrivedBeforeTheResult() throws Exception {
    start();
    assertThat(deliver(NEW)).isEqualTo(401);
    assertThat(server.keyRequests).as("fetched after the delivery arrived").hasValue(1);
  }

  @Test
  void fetchesAgainAtOnceWhenTheFirstKeyIsReplaced() throws Exception {
    start();
    assertThat(deliver(OLD)).isEqualTo(204);
    signer = NEW;
    pass(Duration.ofNanos(1));
    assertThat(deliver(NEW)).isEqualTo(204);
    assertThat(server.keyRequests).hasValue(2);
  }

  @Test
  void acceptsOldAndNewKeyAfterRotation() throws Exception {
    start();
    assertThat(deliver(OLD)).isEqualTo(204);
    signer = NEW;
    pass(Duration.ofSeconds(10));
    assertThat(deliver(NEW)).isEqualTo(204);
    assertThat(deliver(OLD)).isEqualTo(204);
    assertThat(server.keyRequests).hasValue(2);
  }

  @Test
  void keepsOldKeyWhenNewIsFetchedAgainWithinAnHour() throws Exception {
    start();
    deliver(OLD);
    signer = NEW;
    pass(Duration.ofHours(1));
    assertThat(deliver(NEW)).isEqualTo(204);
    pass(Duration.ofMinutes(30));
    assertThat(deliver(Signers.THIRD)).isEqualTo(401);
    assertThat(server.keyRequests).hasValue(3);
    assertThat(deliver(OLD)).isEqualTo(204);
  }

  @Test
  void forgetsOldKeyAnHourAfterRotation() throws Exception {
    start();
    deliver(OLD);
    signer = NEW;
    pass(Duration.ofHours(1));
    assertThat(deliver(OLD)).isEqualTo(204);
    awaitNewKey();
    pass(Duration.ofHours(1).minusNanos(1));
    assertThat(deliver(OLD)).isEqualTo(204);
    pass(Duration.ofNanos(1));
    assertThat(deliver(OLD)).isEqualTo(401);
    assertThat(deliver(NEW)).isEqualTo(204);
  }

  @Test
  void forgetsOldKeyThoughTheEndpointIsDown() throws Exception {
    start();
    deliver(OLD);
    signer = NEW;
    assertThat(deliver(NEW)).isEqualTo(204);
    server.stopServingKey();
    pass(Duration.ofDays(30));
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(deliver(NEW)).isEqualTo(204);
  }

  @Test
  void fetchesBeforeTheFirstDelivery() throws Exception {
    server.serveKey(request -> OLD.publicKeyPem());
    receive();
    assertThat(keys.health()).isEqualTo(new WebhookKeys.Health(null, null));
    keys.refresh();
    assertThat(server.keyRequests).hasValue(1);
    assertThat(deliver(OLD)).isEqualTo(204);
    assertThat(server.keyRequests).hasValue(1);
    pass(Duration.ofMinutes(2));
    assertThat(keys.health()).isEqualTo(new WebhookKeys.Health(Duration.ofMinutes(2), null));
  }

  @Test
  void pinnedKeysAreAlwaysThere() {
    WebhookKeys pinned = WebhookKeys.pinned(OLD.publicKeyPem());
    pinned.refresh();
    assertThat(pinned.health()).isEqualTo(new WebhookKeys.Health(Duration.ZERO, null));
  }

  @Tag("slow")
  @Test
  void losesNothingWhenKeyRotatesUnderLoad() throws Exception {
    start();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> earlier = List.of();
      for (DeliverySigner next : List.of(NEW, Signers.THIRD, OLD, NEW)) {
        DeliverySigner before = signer;
        List<Future<Integer>> responses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          responses.add(threads.submit(() -> deliver(before)));
        }
        responses.get(0).get();
        assertDelivered(earlier);
        signer = next; // Most deliveries are still to come.
        pass(Duration.ofSeconds(11));
        earlier = responses;
      }
      assertDelivered(earlier);
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.keyRequests).hasValue(4);
  }

  private static void assertDelivered(List<Future<Integer>> responses) throws Exception {
    for (Future<Integer> response : responses) {
      assertThat(response.get()).isEqualTo(204);
    }
  }
}

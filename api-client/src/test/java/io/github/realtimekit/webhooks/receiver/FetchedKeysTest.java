package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.RawServer;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchedKeysTest {
  private static final DeliverySigner OLD = Signers.FIRST;
  private static final DeliverySigner NEW = Signers.SECOND;
  private static final byte[] BODY = "{\"event\":\"meeting.ended\"}".getBytes(UTF_8);

  private static final OkHttpClient PATIENT =
      new OkHttpClient.Builder().callTimeout(Duration.ofMinutes(1)).build();

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // Overflows soon.
  private volatile DeliverySigner signer = OLD;
  private final ReceivingServer server = new ReceivingServer();

  @AfterEach
  void close() {
    server.close();
  }

  private void start() {
    server.serveKey(request -> signer.publicKeyPem());
    receive();
  }

  private void receive() {
    WebhookKeys keys = new FetchedKeys(server.keyUrl(), PATIENT, nanos::get);
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
    assertThat(server.keyRequests).hasValue(2);
  }

  @Test
  void fetchesAgainWhenSignatureFailsButAtMostOnceInTenSeconds() throws Exception {
    start();
    assertThat(deliver(OLD)).isEqualTo(204);
    pass(Duration.ofSeconds(10));
    assertThat(deliver(NEW)).isEqualTo(401);
    assertThat(server.keyRequests).hasValue(2);
    pass(Duration.ofSeconds(10).minusNanos(1));
    assertThat(deliver(NEW)).isEqualTo(401);
    assertThat(server.keyRequests).hasValue(2);
    pass(Duration.ofNanos(1));
    assertThat(deliver(NEW)).isEqualTo(401);
    assertThat(server.keyRequests).hasValue(3);
  }

  @Test
  void fetchesOnceForDeliveriesThatArrivedBeforeTheResult() throws Exception {
    start();
    assertThat(deliver(NEW)).isEqualTo(401);
    assertThat(server.keyRequests).as("fetched after the delivery arrived").hasValue(1);
  }

  @Test
  void failsOnceForDeliveriesThatArrivedBeforeTheFailure() throws Exception {
    server.serveKeyBody(500, request -> "");
    receive();
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.keyRequests).hasValue(1);
    pass(Duration.ofNanos(1));
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.keyRequests).hasValue(2);
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
    pass(Duration.ofHours(1));
    assertThat(deliver(NEW)).isEqualTo(204);
    pass(Duration.ofSeconds(10));
    assertThat(deliver(OLD)).isEqualTo(401);
  }

  @Test
  void responds503WhileFirstKeyCannotBeFetched() throws Exception {
    receive();
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.failures.get(0).reason()).isEqualTo(Reason.KEY_UNAVAILABLE);
    assertThat(server.failures.get(0)).hasMessageContaining(server.keyUrl()).cause().isNotNull();
    server.serveKey(request -> OLD.publicKeyPem());
    pass(Duration.ofNanos(1));
    assertThat(deliver(OLD)).isEqualTo(204);
  }

  @Test
  void keepsOldKeyWhileNewCannotBeFetched() throws Exception {
    start();
    deliver(OLD);
    server.stopServingKey();
    pass(Duration.ofHours(2));
    assertThat(deliver(OLD)).isEqualTo(204);
    assertThat(deliver(NEW)).isEqualTo(503); // It may be signed with a key that is not known yet.
    server.serveKey(request -> NEW.publicKeyPem());
    pass(Duration.ofSeconds(10).minusNanos(1));
    assertThat(deliver(NEW)).isEqualTo(503); // No second attempt within ten seconds.
    pass(Duration.ofNanos(1));
    assertThat(deliver(NEW)).isEqualTo(204);
    assertThat(deliver(OLD)).isEqualTo(204);
  }

  @Test
  void interruptDoesNotFailDeliveriesOfOtherThreads() throws Exception {
    start();
    WebhookKeys keys = new FetchedKeys(server.keyUrl(), PATIENT, nanos::get);
    WebhookReceiver receiver = WebhookReceiver.builder().keys(keys).build();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> receiver.receive(BODY, OLD.headers(BODY, "a-webhook")::get))
        .isInstanceOfSatisfying(
            DeliveryException.class, e -> assertThat(e.httpStatus()).isEqualTo(503));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(receiver.receive(BODY, OLD.headers(BODY, "a-webhook")::get).event())
        .isInstanceOf(MeetingEnded.class);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "[]",
        "{}",
        "{\"data\":null}",
        "{\"data\":{\"publicKey\":1}}",
        "{\"data\":{\"publicKey\":\"no PEM\"}}",
        "{\"data\":{\"publicKey\":\"-----BEGIN PUBLIC KEY-----\\n!\\n-----END PUBLIC KEY-----\"}}"
      })
  void responds503ToKeyThatCannotBeRead(String body) throws Exception {
    server.serveKeyBody(200, request -> body);
    receive();
    assertThat(deliver(OLD)).isEqualTo(503);
  }

  @Test
  void responds503ToKeyOfTooManyBytes() throws Exception {
    server.serveKeyBody(200, request -> " ".repeat(65 * 1024) + "{}");
    receive();
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.failures.get(0)).cause().hasMessage("More than 65536 bytes");
  }

  @Test
  void responds503WhileKeyDrips() throws Exception {
    try (RawServer drip =
        new RawServer(
            (self, socket) -> {
              self.readRequest(socket);
              RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\n");
              while (true) {
                RawServer.send(socket, " ");
                Thread.sleep(50);
              }
            })) {
      server.receive(
          WebhookReceiver.builder()
              .keys(WebhookKeys.fetched(drip.baseUrl(), new OkHttpClient()))
              .build());
      assertThat(deliver(OLD)).isEqualTo(503);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 404, 500})
  void fetchesFromNowhereElse(int status) throws Exception {
    server.serveKeyBody(status, request -> "{}");
    receive();
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.failures.get(0)).cause().hasMessage("Status code " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.com/key", "http://10.0.0.1/key", "ftp://x/", "key", ""})
  void takesUrlsThatNobodyOnTheWayCanChange(String url) {
    assertThatThrownBy(() -> WebhookKeys.fetched(url)).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.RawServer;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens while the key cannot be fetched. */
class KeyFailuresTest {
  private static final DeliverySigner OLD = Signers.FIRST;
  private static final DeliverySigner NEW = Signers.SECOND;
  private static final byte[] BODY = "{\"event\":\"meeting.ended\"}".getBytes(UTF_8);

  private final AtomicLong nanos =
      new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // Overflows soon.
  private final ReceivingServer server = new ReceivingServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    server.close();
    threads.shutdownNow();
  }

  private WebhookKeys receive(String keyUrl, OkHttpClient http) {
    WebhookKeys keys = new FetchedKeys(new KeyRequest(keyUrl, http), nanos::get);
    server.receive(WebhookReceiver.builder().keys(keys).build());
    return keys;
  }

  private WebhookKeys receive() {
    return receive(
        server.keyUrl(), new OkHttpClient.Builder().callTimeout(Duration.ofMinutes(1)).build());
  }

  private int deliver(DeliverySigner signer) throws Exception {
    return server.deliver(BODY, signer.headers(BODY, "a-webhook"));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void threadsThatWaitForSilentEndpointShareOneFetchAndItsFailureIsRemembered() throws Exception {
    AtomicInteger fetches = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    try (RawServer silent =
        new RawServer(
            (self, socket) -> {
              self.readRequest(socket);
              fetches.incrementAndGet();
              pass(Duration.ofMillis(2500)); // As OkHttp will wait.
              end.await();
            })) {
      receive(silent.baseUrl(), new OkHttpClient());
      long start = System.nanoTime();
      List<Future<Integer>> responses = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        responses.add(threads.submit(() -> deliver(OLD)));
      }
      for (Future<Integer> response : responses) {
        assertThat(response.get()).isEqualTo(503);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("one after the other they would take 50 seconds")
          .isLessThan(Duration.ofSeconds(20));
      assertThat(fetches).hasValue(1);

      pass(Duration.ofSeconds(10).minusNanos(1));
      assertThat(deliver(OLD)).isEqualTo(503);
      assertThat(fetches).hasValue(1);
      pass(Duration.ofNanos(1));
      assertThat(deliver(OLD)).isEqualTo(503);
      assertThat(fetches).hasValue(2);
    } finally {
      end.countDown();
    }
  }

  @Test
  void deliveriesDoNotWaitForNameServerThatHangsAndItsLateResultIsUsed() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    CountDownLatch found = new CountDownLatch(1);
    Dns hanging =
        host -> {
          lookups.incrementAndGet();
          try {
            found.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(host);
          }
          return List.of(InetAddress.getLoopbackAddress());
        };
    server.serveKey(request -> OLD.publicKeyPem());
    OkHttpClient http =
        new OkHttpClient.Builder().dns(hanging).callTimeout(Duration.ofMinutes(1)).build();
    WebhookKeys keys = receive(server.keyUrl().replace("127.0.0.1", "localhost"), http);
    try {
      assertThat(deliver(OLD)).isEqualTo(503);
      assertThat(server.failures.get(0)).hasMessageEndingWith(": No response within 2500 ms");
      for (int i = 0; i < 5; i++) {
        pass(Duration.ofSeconds(13));
        deliver(OLD);
      }
      assertThat(lookups).as("threads that hang").hasValue(3);
      assertThat(server.failures.get(5)).hasMessageEndingWith(": Earlier fetches have not ended");
    } finally {
      found.countDown();
    }
    while (keys.health().age() == null) {
      Thread.sleep(1);
    }
    assertThat(deliver(OLD)).isEqualTo(204);
  }

  @Test
  void responds503WhileFirstKeyCannotBeFetched() throws Exception {
    WebhookKeys keys = receive();
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.failures.get(0).reason()).isEqualTo(Reason.KEY_UNAVAILABLE);
    assertThat(server.failures.get(0))
        .hasMessage(
            "The public key could not be fetched from " + server.keyUrl() + ": Status code 404")
        .cause()
        .isNotNull();
    assertThat(keys.health()).isEqualTo(new WebhookKeys.Health(null, "Status code 404"));
    assertThatThrownBy(keys::refresh).hasMessageEndingWith("Status code 404");
    server.serveKey(request -> OLD.publicKeyPem());
    assertThat(deliver(OLD)).isEqualTo(204);
    assertThat(keys.health()).isEqualTo(new WebhookKeys.Health(Duration.ZERO, null));
  }

  @Test
  void keepsOldKeyWhileNewCannotBeFetched() throws Exception {
    WebhookKeys keys = receive();
    server.serveKey(request -> OLD.publicKeyPem());
    deliver(OLD);
    server.stopServingKey();
    pass(Duration.ofHours(2));
    assertThat(deliver(OLD)).isEqualTo(204);
    assertThat(deliver(NEW)).isEqualTo(503); // It may be signed with a key that is not known yet.
    assertThat(keys.health())
        .isEqualTo(new WebhookKeys.Health(Duration.ofHours(2), "Status code 404"));
    server.serveKey(request -> NEW.publicKeyPem());
    pass(Duration.ofSeconds(10));
    assertThat(deliver(NEW)).isEqualTo(204);
    assertThat(deliver(OLD)).isEqualTo(204);
  }

  @Test
  void messageHasNoCredentialsOfTheUrl() throws Exception {
    receive(
        server.keyUrl().replace("127", "user:secret@127") + "?token=secret#secret",
        new OkHttpClient());
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.failures.get(0))
        .hasMessage(
            "The public key could not be fetched from " + server.keyUrl() + ": Status code 404");
    assertThatThrownBy(() -> WebhookKeys.fetched("http://user:secret@example.com/?token=secret"))
        .hasMessageContaining("http://example.com/")
        .hasMessageNotContaining("secret");
  }

  @Test
  void interruptDoesNotFailDeliveriesOfOtherThreads() {
    WebhookKeys keys = receive();
    server.serveKey(request -> OLD.publicKeyPem());
    WebhookReceiver receiver = WebhookReceiver.builder().keys(keys).build();
    Map<String, String> headers = OLD.headers(BODY, "a-webhook");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> receiver.receive(BODY, headers::get))
        .isInstanceOfSatisfying(
            DeliveryException.class, e -> assertThat(e.httpStatus()).isEqualTo(503));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(receiver.receive(BODY, headers::get).event()).isInstanceOf(MeetingEnded.class);
  }

  /** Returns a key of another kind and one that is too short. */
  private static String unusable() throws Exception {
    KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    StringBuilder pem = new StringBuilder();
    for (KeyPairGenerator generator : List.of(ec, rsa)) {
      byte[] key = generator.generateKeyPair().getPublic().getEncoded();
      pem.append("-----BEGIN PUBLIC KEY-----")
          .append(Base64.getEncoder().encodeToString(key))
          .append("-----END PUBLIC KEY-----");
    }
    return pem.toString();
  }

  @Test
  void skipsKeysThatCannotBeUsed() throws Exception {
    String pem = unusable() + OLD.publicKeyPem() + unusable();
    server.serveKey(request -> pem);
    receive();
    assertThat(deliver(OLD)).isEqualTo(204);
  }

  @Test
  void responds503IfNoKeyCanBeUsed() throws Exception {
    String pem = unusable();
    server.serveKey(request -> pem);
    receive();
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.failures.get(0)).hasMessageEndingWith("at least 2048 are required");
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
  void reportsResponseThatIsNotJson() throws Exception {
    server.serveKeyBody(200, request -> "<html>");
    receive();
    assertThat(deliver(OLD)).isEqualTo(503);
    assertThat(server.failures.get(0)).cause().hasMessage("The response is not JSON");
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
      receive(drip.baseUrl(), new OkHttpClient());
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

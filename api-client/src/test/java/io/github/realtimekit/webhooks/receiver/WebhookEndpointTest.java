package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookEndpointTest {
  private static final DeliverySigner SIGNER = Signers.FIRST;
  private static final byte[] BODY = "{\"event\":\"meeting.ended\"}".getBytes(UTF_8);

  private final List<Delivery> handled = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final ReceivingServer server = new ReceivingServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static WebhookReceiver.Builder receiver() {
    return WebhookReceiver.builder().keys(WebhookKeys.pinned(SIGNER.publicKeyPem()));
  }

  private WebhookEndpoint endpoint(WebhookReceiver receiver, Consumer<Delivery> handler) {
    return new WebhookEndpoint(receiver, DeliveryClaims.inMemory(), handler, failures::add);
  }

  private int deliver(byte[] body) throws Exception {
    return server.deliver(body, SIGNER.headers(body, "a-webhook"));
  }

  @Test
  void handlesEachDeliveryOnce() throws Exception {
    server.receive(endpoint(receiver().build(), handled::add));
    assertThat(deliver(BODY)).isEqualTo(204);
    assertThat(deliver(BODY)).isEqualTo(204);
    assertThat(deliver("{\"event\":\"not.known\"}".getBytes(UTF_8))).isEqualTo(204);
    assertThat(handled).hasSize(2);
    assertThat(failures).isEmpty();
  }

  @Test
  void retryOfSlowHandlerThatFailsIsHandled() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch duplicate = new CountDownLatch(1);
    server.receive(
        endpoint(
            receiver().build(),
            delivery -> {
              if (running.getCount() > 0) {
                running.countDown();
                await(duplicate);
                throw new IllegalStateException("no room");
              }
              handled.add(delivery);
            }));
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> slow = threads.submit(() -> deliver(BODY));
      running.await();
      assertThat(deliver(BODY)).as("the sender gave up, and sends again").isEqualTo(503);
      assertThat(((DeliveryException) failures.get(0)).reason()).isEqualTo(Reason.IN_PROGRESS);
      duplicate.countDown();
      assertThat(slow.get()).isEqualTo(500);
    } finally {
      threads.shutdownNow();
    }
    assertThat(deliver(BODY)).isEqualTo(204);
    assertThat(handled).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void deliveryComesAgainWhateverTheHandlerThrows() throws Exception {
    List<Throwable> thrown =
        List.of(
            new IllegalStateException("no room"),
            new DeliveryException(Reason.BAD_SIGNATURE, "of another request"),
            new StackOverflowError(),
            new IOException("not declared"));
    server.receive(
        endpoint(
            receiver().build(),
            delivery -> {
              if (failures.size() < thrown.size()) {
                sneakyThrow(thrown.get(failures.size()));
              }
              handled.add(delivery);
            }));
    for (int i = 0; i < thrown.size(); i++) {
      assertThat(deliver(BODY)).isEqualTo(500);
    }
    assertThat(failures).isEqualTo(thrown);
    assertThat(deliver(BODY)).isEqualTo(204);
    assertThat(handled).hasSize(1);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneakyThrow(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  void respondsAsTheReceiverSays() throws Exception {
    server.receive(
        endpoint(receiver().maxBodyBytes(50).webhookIds(UUID.randomUUID()).build(), handled::add));
    assertThat(server.deliver(BODY, Map.of())).isEqualTo(401);
    assertThat(server.deliver(BODY, Signers.SECOND.headers(BODY, "a"))).isEqualTo(401);
    assertThat(deliver(BODY)).isEqualTo(403);
    assertThat(deliver(new byte[51])).isEqualTo(413);
    assertThat(failures)
        .map(e -> ((DeliveryException) e).reason())
        .containsExactly(
            Reason.MISSING_SIGNATURE, Reason.BAD_SIGNATURE, Reason.OTHER_WEBHOOK, Reason.TOO_LARGE);
    assertThat(handled).isEmpty();
  }

  @Test
  void deliveryComesAgainWhenReceiverOrClaimsFail() throws Exception {
    DeliveryClaims broken =
        new DeliveryClaims() {
          @Override
          public Claim claim(Delivery delivery) {
            throw new IllegalStateException("no database");
          }

          @Override
          public void complete(Claim claim) {}

          @Override
          public void release(Claim claim) {}
        };
    WebhookEndpoint endpoint =
        new WebhookEndpoint(receiver().build(), broken, handled::add, failures::add);
    server.receive(endpoint);
    assertThat(deliver(BODY)).isEqualTo(500);
    assertThat(
            endpoint.receive(
                InputStream.nullInputStream(),
                name -> {
                  throw new IllegalStateException("no headers");
                }))
        .isEqualTo(500);
    InputStream cutOff =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("cut off");
          }
        };
    assertThat(endpoint.receive(cutOff, name -> null)).isEqualTo(500);
    assertThat(failures)
        .extracting(Throwable::getMessage)
        .containsExactly("no database", "no headers", "cut off");
  }

  @Test
  void responds500ThoughTheFailureCannotBeReported() throws Exception {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    WebhookEndpoint endpoint =
        new WebhookEndpoint(
            receiver().build(),
            delivery -> {
              throw new IllegalStateException("no room");
            },
            failure -> {
              throw new IllegalStateException("no log");
            });
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
    int status;
    try {
      status =
          endpoint.receive(new ByteArrayInputStream(BODY), SIGNER.headers(BODY, "a-webhook")::get);
    } finally {
      thread.setUncaughtExceptionHandler(before);
    }
    assertThat(status).isEqualTo(500);
    assertThat(uncaught).extracting(Throwable::getMessage).containsExactly("no log");
  }

  @Test
  void readsNoMoreOfAnEndlessBodyThanTheLimit() {
    AtomicLong read = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read.incrementAndGet();
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            read.addAndGet(length);
            return length;
          }
        };
    WebhookEndpoint endpoint = endpoint(receiver().maxBodyBytes(1000).build(), handled::add);
    assertThat(endpoint.receive(endless, name -> null)).isEqualTo(413);
    assertThat(read).hasValue(1001);
  }

  @Test
  void handlerWithoutClaimsGetsDuplicatesToo() throws Exception {
    server.receive(new WebhookEndpoint(receiver().build(), handled::add, failures::add));
    assertThat(deliver(BODY)).isEqualTo(204);
    assertThat(deliver(BODY)).isEqualTo(204);
    assertThat(handled).hasSize(2);
  }
}

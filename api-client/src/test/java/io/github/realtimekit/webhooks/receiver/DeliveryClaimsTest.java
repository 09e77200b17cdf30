package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.receiver.ClaimsStore.Kind;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What claims do wherever they are kept. */
class DeliveryClaimsTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final List<ClaimsStore> stores = new ArrayList<>();
  private final List<String> handled = new ArrayList<>();

  private ClaimsStore store(Kind kind, DeliveryIdentity identity) throws Exception {
    ClaimsStore store = new ClaimsStore(kind, identity);
    stores.add(store);
    return store;
  }

  private DeliveryClaims claims(Kind kind) throws Exception {
    return store(kind, DeliveryIdentity.EITHER).claims;
  }

  @AfterEach
  void close() {
    stores.forEach(ClaimsStore::close);
  }

  private void handle(Delivery delivery) {
    handled.add(new String(delivery.body(), UTF_8));
  }

  /** Claims and completes; returns whether the delivery was new. */
  private static boolean done(DeliveryClaims claims, Delivery delivery) {
    return claims.once(delivery, each -> {});
  }

  @ParameterizedTest
  @EnumSource
  void handlesOnce(Kind kind) throws Exception {
    DeliveryClaims claims = claims(kind);
    assertThat(claims.once(delivery("1", "a"), this::handle)).isTrue();
    assertThat(claims.once(delivery("1", "a"), this::handle)).isFalse();
    assertThat(handled).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void handlesRetryOfHandlerThatWasStillRunningAndThenFailed(Kind kind) throws Exception {
    DeliveryClaims claims = claims(kind);
    Delivery delivery = delivery("1", "a");
    Consumer<Delivery> slow =
        first -> {
          assertThatThrownBy(() -> claims.once(delivery, this::handle))
              .isInstanceOfSatisfying(
                  DeliveryException.class,
                  e -> {
                    assertThat(e.reason()).isEqualTo(Reason.IN_PROGRESS);
                    assertThat(e.httpStatus()).isEqualTo(503);
                  });
          throw new IllegalStateException("no room");
        };
    assertThatThrownBy(() -> claims.once(delivery, slow)).hasMessage("no room");
    assertThat(claims.once(delivery, this::handle)).isTrue();
    assertThat(handled).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void handlesAgainWhateverWasThrown(Kind kind) throws Exception {
    DeliveryClaims claims = claims(kind);
    List<Throwable> failures =
        List.of(new IllegalStateException(), new StackOverflowError(), new IOException());
    for (Throwable failure : failures) {
      assertThatThrownBy(() -> claims.once(delivery("1", "a"), each -> sneakyThrow(failure)))
          .isSameAs(failure)
          .hasNoSuppressedExceptions();
    }
    assertThat(claims.once(delivery("1", "a"), this::handle)).isTrue();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneakyThrow(Throwable failure) throws E {
    throw (E) failure;
  }

  @ParameterizedTest
  @EnumSource
  void claimOfProcessThatDiedBecomesFreeWhenItsLeaseEnds(Kind kind) throws Exception {
    ClaimsStore store = store(kind, DeliveryIdentity.EITHER);
    assertThat(store.claims.claim(delivery("1", "a")).state()).isEqualTo(State.NEW);
    store.pass(LEASE.minusSeconds(20));
    assertThat(store.claims.claim(delivery("1", "a")).state()).isEqualTo(State.IN_PROGRESS);
    store.pass(Duration.ofSeconds(21));
    assertThat(store.claims.once(delivery("1", "a"), this::handle)).isTrue();
    assertThat(handled).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void lateFinisherLeavesTheClaimOfAnother(Kind kind) throws Exception {
    ClaimsStore store = store(kind, DeliveryIdentity.EITHER);
    Claim late = store.claims.claim(delivery("1", "a"));
    store.pass(LEASE.plusSeconds(1));
    Claim next = store.claims.claim(delivery("1", "a"));
    assertThat(next.state()).isEqualTo(State.NEW);
    store.claims.release(late);
    assertThat(store.claims.claim(delivery("1", "a")).state()).isEqualTo(State.IN_PROGRESS);
    store.claims.complete(late);
    assertThat(store.claims.claim(delivery("1", "a")).state()).isEqualTo(State.IN_PROGRESS);
    store.claims.complete(next);
    store.claims.release(late);
    assertThat(store.claims.claim(delivery("1", "a")).state()).isEqualTo(State.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void lateFinisherCompletesWhatNobodyElseClaimed(Kind kind) throws Exception {
    ClaimsStore store = store(kind, DeliveryIdentity.EITHER);
    Claim late = store.claims.claim(delivery("1", "a"));
    store.pass(LEASE.plusSeconds(1));
    store.claims.complete(late);
    assertThat(store.claims.claim(delivery("1", "a")).state()).isEqualTo(State.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDoneStaysDone(Kind kind) throws Exception {
    ClaimsStore store = store(kind, DeliveryIdentity.EITHER);
    Claim claim = store.claims.claim(delivery("1", "a"));
    store.claims.complete(claim);
    store.claims.complete(claim);
    store.claims.release(claim);
    store.pass(Duration.ofMinutes(50));
    assertThat(store.claims.claim(delivery("1", "a")).state()).isEqualTo(State.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void webhooksOfOneServiceDoNotShareDeliveries(Kind kind) throws Exception {
    DeliveryClaims claims = claims(kind);
    byte[] body = "a".getBytes(UTF_8);
    assertThat(done(claims, Delivery.of("1", "first", body))).isTrue();
    assertThat(done(claims, Delivery.of("1", "second", body))).isTrue();
    assertThat(done(claims, Delivery.of("1", null, body))).isTrue();
    assertThat(done(claims, Delivery.of("1", "second", body))).isFalse();
    assertThat(done(claims, Delivery.of("1", null, body))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void comparesIdAndFingerprint(Kind kind) throws Exception {
    DeliveryClaims claims = claims(kind);
    assertThat(done(claims, delivery("1", "a"))).isTrue();
    assertThat(done(claims, delivery("1", "b"))).isFalse();
    assertThat(done(claims, delivery("2", "a"))).isFalse();
    assertThat(done(claims, delivery(null, "a"))).isFalse();
    assertThat(done(claims, delivery("2", "b"))).isTrue();
    assertThat(done(claims, delivery(null, "c"))).isTrue();
    assertThat(done(claims, delivery(delivery("1", "a").fingerprint(), "d"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void comparesIdAlone(Kind kind) throws Exception {
    DeliveryClaims claims = store(kind, DeliveryIdentity.ID).claims;
    assertThat(done(claims, delivery("1", "a"))).isTrue();
    assertThat(done(claims, delivery("1", "b"))).isFalse();
    assertThat(done(claims, delivery("2", "a"))).isTrue();
    assertThat(done(claims, delivery(null, "a"))).isTrue();
    assertThat(done(claims, delivery(null, "a"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void comparesFingerprintAlone(Kind kind) throws Exception {
    DeliveryClaims claims = store(kind, DeliveryIdentity.FINGERPRINT).claims;
    assertThat(done(claims, delivery("1", "a"))).isTrue();
    assertThat(done(claims, delivery("1", "b"))).isTrue();
    assertThat(done(claims, delivery("2", "a"))).isFalse();
    assertThat(done(claims, delivery(null, "a"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void isInProgressIfEitherKeyIs(Kind kind) throws Exception {
    ClaimsStore store = store(kind, DeliveryIdentity.EITHER);
    done(store.claims, delivery("1", "a"));
    Claim running = store.claims.claim(delivery("2", "b"));
    assertThat(store.claims.claim(delivery("1", "b")).state()).isEqualTo(State.IN_PROGRESS);
    assertThat(store.claims.claim(delivery("2", "a")).state()).isEqualTo(State.IN_PROGRESS);
    store.pass(LEASE.plusSeconds(1));
    assertThat(store.claims.claim(delivery("1", "b")).state()).isEqualTo(State.DONE);
    assertThat(store.claims.claim(delivery("2", "a")).state()).isEqualTo(State.DONE);
    store.claims.release(running);
    assertThat(store.claims.claim(delivery("2", "b")).state()).isEqualTo(State.NEW);
  }

  @ParameterizedTest
  @EnumSource
  void takesIdsOfAnyLength(Kind kind) throws Exception {
    DeliveryClaims claims = claims(kind);
    String id = "\u0000ü".repeat(10_000);
    assertThat(done(claims, delivery(id, "a"))).isTrue();
    assertThat(done(claims, delivery(id, "b"))).isFalse();
    assertThat(done(claims, delivery(id + "c", "c"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void sixteenThreadsHandleEachDeliveryOnce(Kind kind) throws Exception {
    DeliveryClaims claims = claims(kind);
    Map<String, Integer> times = new ConcurrentHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Boolean>> attempts = new ArrayList<>();
      for (int i = 0; i < 800; i++) {
        Delivery delivery = delivery("id " + i % 100, "body " + i % 100);
        attempts.add(
            () -> {
              while (true) {
                try {
                  return claims.once(
                      delivery, each -> times.merge(each.fingerprint(), 1, (a, b) -> a + b));
                } catch (DeliveryException e) {
                  assertThat(e.reason()).isEqualTo(Reason.IN_PROGRESS);
                }
              }
            });
      }
      int handledNow = 0;
      for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
        handledNow += attempt.get() ? 1 : 0;
      }
      assertThat(handledNow).isEqualTo(100);
    } finally {
      threads.shutdownNow();
    }
    assertThat(times).hasSize(100).values().allMatch(count -> count == 1);
  }
}

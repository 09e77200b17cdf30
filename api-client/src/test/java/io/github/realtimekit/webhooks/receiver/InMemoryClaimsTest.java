package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryClaimsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicLong nanos =
      new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // Overflows soon.
  private final DeliveryClaims claims =
      new InMemoryClaims(3, MINUTE, HOUR, DeliveryIdentity.EITHER, nanos::get);

  private boolean once(String each) {
    return claims.once(delivery(each, each), delivery -> {});
  }

  @Test
  void forgetsWhatIsDoneAfterExpiry() {
    once("a");
    nanos.addAndGet(HOUR.toNanos() - 1);
    assertThat(once("a")).isFalse();
    nanos.addAndGet(1);
    assertThat(once("a")).isTrue();
  }

  @Test
  void remembersWhatIsDoneFromItsEnd() {
    claims.once(delivery("a", "a"), delivery -> nanos.addAndGet(MINUTE.toNanos()));
    nanos.addAndGet(HOUR.toNanos() - 1);
    assertThat(once("a")).isFalse();
    nanos.addAndGet(1);
    assertThat(once("a")).isTrue();
  }

  @Test
  void forgetsWhatWasDoneFirst() {
    Claim claimedFirst = claims.claim(delivery("a", "a"));
    once("b");
    claims.complete(claimedFirst);
    once("c");
    once("d");
    assertThat(once("a")).isFalse();
    assertThat(once("b")).isTrue();
  }

  @Test
  void lateFinisherLeavesTheClaimOfAnotherThoughOlderOnesAreRemembered() {
    once("older");
    Claim late = claims.claim(delivery("a", "a"));
    nanos.addAndGet(MINUTE.toNanos());
    assertThat(claims.claim(delivery("a", "a")).state()).isEqualTo(State.NEW);
    claims.release(late);
    assertThat(claims.claim(delivery("a", "a")).state()).isEqualTo(State.IN_PROGRESS);
  }

  /** Claims that run something at the next reading of the time, in the middle of a call. */
  private static DeliveryClaims ticking(AtomicReference<Runnable> onTick) {
    return new InMemoryClaims(
        3,
        MINUTE,
        HOUR,
        DeliveryIdentity.EITHER,
        () -> {
          onTick.getAndSet(() -> {}).run();
          return 0;
        });
  }

  /** Runs a task in another thread until it is done or waits for a lock. */
  private static Thread.State startAndAwaitLock(Runnable task) {
    Thread thread = new Thread(task);
    thread.start();
    while (thread.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    return thread.getState();
  }

  @Test
  void nobodyClaimsWhileADeliveryIsBeingCompleted() throws Exception {
    AtomicReference<Runnable> onTick = new AtomicReference<>(() -> {});
    DeliveryClaims ticking = ticking(onTick);
    Claim running = ticking.claim(delivery("a", "a"));
    FutureTask<State> other = new FutureTask<>(() -> ticking.claim(delivery("a", "a")).state());
    onTick.set(() -> startAndAwaitLock(other));
    ticking.complete(running);
    assertThat(other.get()).isEqualTo(State.DONE);
  }

  @Test
  void nobodyClaimsOrReleasesWhileADeliveryIsBeingClaimed() throws Exception {
    AtomicReference<Runnable> onTick = new AtomicReference<>(() -> {});
    DeliveryClaims ticking = ticking(onTick);
    Claim running = ticking.claim(delivery("b", "b"));
    FutureTask<State> other = new FutureTask<>(() -> ticking.claim(delivery("a", "a")).state());
    List<Thread.State> release = new ArrayList<>();
    onTick.set(
        () -> {
          startAndAwaitLock(other);
          release.add(startAndAwaitLock(() -> ticking.release(running)));
        });
    assertThat(ticking.claim(delivery("a", "a")).state()).isEqualTo(State.NEW);
    assertThat(other.get()).isEqualTo(State.IN_PROGRESS);
    assertThat(release).doesNotContain(Thread.State.TERMINATED);
  }

  @Test
  void forgetsTheOldestBeyondTheMaximum() {
    for (String each : List.of("a", "b", "c", "d")) {
      assertThat(once(each)).isTrue();
    }
    assertThat(once("b")).isFalse();
    assertThat(once("a")).isTrue();
  }

  @Test
  void neverForgetsWhatIsInProgress() {
    Claim running = claims.claim(delivery("running", "running"));
    for (String each : List.of("a", "b", "c", "d", "e")) {
      assertThat(once(each)).isTrue();
    }
    assertThat(claims.claim(running.delivery()).state()).isEqualTo(State.IN_PROGRESS);
    claims.complete(running);
    assertThat(claims.claim(running.delivery()).state()).isEqualTo(State.DONE);
  }

  @Test
  void refusesMoreThanTheMaximumInProgressUntilOneEnds() {
    List<Claim> running =
        List.of(
            claims.claim(delivery("a", "a")),
            claims.claim(delivery("b", "b")),
            claims.claim(delivery("c", "c")));
    assertThatThrownBy(() -> once("d"))
        .hasMessage("3 deliveries are in progress already")
        .isInstanceOfSatisfying(
            DeliveryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_PROGRESS));
    claims.release(running.get(1));
    assertThat(once("d")).isTrue();
    claims.claim(delivery("e", "e"));
    nanos.addAndGet(MINUTE.toNanos());
    assertThat(once("f")).isTrue();
  }

  @Test
  void takesLimitsThatMakeSense() {
    assertThatThrownBy(() -> DeliveryClaims.inMemory(0, MINUTE, HOUR, DeliveryIdentity.ID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxDeliveries must be positive: 0");
    assertThatThrownBy(() -> DeliveryClaims.inMemory(1, Duration.ZERO, HOUR, DeliveryIdentity.ID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lease must be positive and at most 100 years: PT0S");
    Duration forever = ChronoUnit.FOREVER.getDuration();
    assertThatThrownBy(() -> DeliveryClaims.inMemory(1, MINUTE, forever, DeliveryIdentity.ID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expiry must be positive and at most 100 years");
    assertThatThrownBy(() -> DeliveryClaims.inMemory(1, HOUR, MINUTE, DeliveryIdentity.ID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The lease, PT1H, must not be longer than the expiry, PT1M");
    assertThat(DeliveryClaims.inMemory(1, HOUR, HOUR, DeliveryIdentity.ID)).isNotNull();
  }

  @Test
  void remembersTenThousandByIdOrBodyByDefault() {
    DeliveryClaims defaults = DeliveryClaims.inMemory();
    assertThat(defaults.once(delivery("1", "a"), each -> {})).isTrue();
    assertThat(defaults.once(delivery("1", "b"), each -> {})).isFalse();
    assertThat(defaults.once(delivery("2", "a"), each -> {})).isFalse();
    for (int i = 0; i < 10_000; i++) {
      String each = "running " + i;
      assertThat(defaults.claim(delivery(each, each)).state()).isEqualTo(State.NEW);
    }
    assertThatThrownBy(() -> defaults.claim(delivery("3", "c")))
        .hasMessage("10000 deliveries are in progress already");
  }

  @Test
  void keepsTheHandlersExceptionWhenTheReleaseFails() {
    DeliveryClaims failing = new FailingRelease(claims);
    assertThatThrownBy(
            () ->
                failing.once(
                    delivery("a", "a"),
                    each -> {
                      throw new IllegalStateException("no room");
                    }))
        .hasMessage("no room")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .satisfies(release -> assertThat(release).hasMessage("no database")));
    assertThatThrownBy(() -> failing.once(delivery("a", "a"), each -> {}))
        .as("its lease has not ended")
        .isInstanceOfSatisfying(
            DeliveryException.class, e -> assertThat(e.httpStatus()).isEqualTo(503));
    nanos.addAndGet(MINUTE.toNanos());
    assertThat(failing.once(delivery("a", "a"), each -> {})).isTrue();
  }

  private record FailingRelease(DeliveryClaims claims) implements DeliveryClaims {
    @Override
    public Claim claim(Delivery delivery) {
      return claims.claim(delivery);
    }

    @Override
    public void complete(Claim claim) {
      claims.complete(claim);
    }

    @Override
    public void release(Claim claim) {
      throw new IllegalStateException("no database");
    }
  }
}

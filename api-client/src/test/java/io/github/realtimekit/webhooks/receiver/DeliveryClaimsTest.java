package io.github.realtimekit.webhooks.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryClaimsTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // Overflows soon.
  private final DeliveryClaims claims = new InMemoryClaims(3, Duration.ofMinutes(5), nanos::get);

  private static Delivery delivery(@Nullable String id, String body) {
    ByteString bytes = ByteString.encodeUtf8(body);
    return new Delivery(id, null, Event.parse(bytes.toByteArray()), bytes);
  }

  @Test
  void claimsOnceByIdOrBody() {
    assertThat(claims.claim(delivery("1", "a"))).isTrue();
    assertThat(claims.claim(delivery("1", "a"))).isFalse();
    assertThat(claims.claim(delivery("1", "b"))).isFalse();
    assertThat(claims.claim(delivery("2", "a"))).isFalse();
    assertThat(claims.claim(delivery(null, "a"))).isFalse();
    assertThat(claims.claim(delivery("2", "b"))).isTrue();
    assertThat(claims.claim(delivery(null, "c"))).isTrue();
  }

  @Test
  void doesNotTakeAnIdForABody() {
    Delivery delivery = delivery(null, "a");
    claims.claim(delivery);
    assertThat(claims.claim(delivery(delivery.fingerprint(), "b"))).isTrue();
  }

  @Test
  void claimsAgainWhatWasReleased() {
    claims.claim(delivery("1", "a"));
    claims.release(delivery("1", "a"));
    assertThat(claims.claim(delivery("1", "a"))).isTrue();
    claims.release(delivery("unknown", "unknown"));
  }

  @Test
  void forgetsAfterExpiry() {
    claims.claim(delivery("1", "a"));
    nanos.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
    assertThat(claims.claim(delivery("1", "a"))).isFalse();
    nanos.addAndGet(1);
    assertThat(claims.claim(delivery("1", "a"))).isTrue();
  }

  @Test
  void remembersAsManyAsTheMaximum() {
    for (String each : List.of("a", "b", "c")) {
      assertThat(claims.claim(delivery(each, each))).isTrue();
    }
    assertThat(claims.claim(delivery("other", "a"))).isFalse();

    DeliveryClaims one = new InMemoryClaims(1, Duration.ofMinutes(5), nanos::get);
    assertThat(one.claim(delivery("a", "a"))).isTrue();
    assertThat(one.claim(delivery("a", "a"))).isFalse();
  }

  @Test
  void forgetsOldestBeyondTheMaximum() {
    for (String each : List.of("a", "b", "c", "d")) {
      assertThat(claims.claim(delivery(each, each))).isTrue();
    }
    assertThat(claims.claim(delivery("b", "b"))).isFalse();
    assertThat(claims.claim(delivery("a", "a"))).isTrue();
  }

  @Test
  void handlesOnce() {
    List<String> handled = new ArrayList<>();
    Delivery delivery = delivery("1", "a");
    assertThat(claims.once(delivery, each -> handled.add(each.fingerprint()))).isTrue();
    assertThat(claims.once(delivery, each -> handled.add(each.fingerprint()))).isFalse();
    assertThat(handled).containsExactly(delivery.fingerprint());
  }

  @Test
  void releasesWhatTheHandlerFailedToHandle() {
    Delivery delivery = delivery("1", "a");
    assertThatThrownBy(
            () ->
                claims.once(
                    delivery,
                    each -> {
                      throw new IllegalStateException("no room");
                    }))
        .hasMessage("no room");
    assertThat(claims.claim(delivery)).isTrue();
  }

  @Test
  void grantsOneOfManyThreads() throws Exception {
    DeliveryClaims shared = DeliveryClaims.inMemory();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Boolean>> attempts = new ArrayList<>();
      for (int i = 0; i < 1600; i++) {
        Delivery delivery = delivery("id " + i % 100, "body " + i % 100);
        attempts.add(() -> shared.claim(delivery));
      }
      int granted = 0;
      for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
        granted += attempt.get() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(100);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void takesPositiveLimitsOnly() {
    assertThatThrownBy(() -> DeliveryClaims.inMemory(0, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DeliveryClaims.inMemory(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

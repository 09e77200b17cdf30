package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends SandboxTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 25;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void createsAndDeletesOfEightThreads() throws Exception {
    List<String> kept =
        inEachThread(
            thread -> {
              List<String> ids = new ArrayList<>();
              for (int i = 0; i < ROUNDS; i++) {
                String url = "https://example.com/" + thread + "/" + i;
                String id = wire.create(body("t" + thread, url)).id();
                wire.edit(id, "{\"enabled\":false}");
                if (i % 2 == 0) {
                  assertThat(wire.delete(id).id()).isEqualTo(id);
                } else {
                  ids.add(id);
                }
              }
              return ids;
            });

    assertThat(kept).hasSize(THREADS * (ROUNDS / 2)).doesNotHaveDuplicates();
    assertThat(wire.list().data())
        .extracting(webhook -> webhook.get("id").asText())
        .containsExactlyInAnyOrderElementsOf(kept);
    assertThat(wire.list().data()).noneMatch(webhook -> webhook.get("enabled").booleanValue());
  }

  @Test
  void oneOfEightCreatesTheUrl() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String request = body("one", "https://example.com/" + round);
      List<Integer> statuses = inEachThread(thread -> List.of(wire.create(request).status()));

      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }
    assertThat(wire.list().data()).hasSize(ROUNDS);
  }

  @Test
  void oneOfEightDeletes() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String id = wire.create(body("one", "https://example.com/one")).id();
      List<Integer> statuses = inEachThread(thread -> List.of(wire.delete(id).status()));

      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
    }
    wire.list().isError(404, "No webhooks found");
  }

  /** Some edits fall into the same millisecond. */
  @Test
  void eachEditHasATimestampOfItsOwn() throws Exception {
    String id = wire.create(body("one", "https://example.com/one")).id();
    List<String> timestamps =
        inEachThread(
            thread -> {
              List<String> own = new ArrayList<>();
              for (int i = 0; i < ROUNDS; i++) {
                Reply edited = wire.edit(id, "{\"name\":\"t" + thread + "\"}");
                own.add(edited.data().get("updated_at").asText());
              }
              assertThat(own).isSorted();
              return own;
            });

    assertThat(timestamps).hasSize(THREADS * ROUNDS).doesNotHaveDuplicates();
  }

  private interface Work<T> {
    List<T> of(int thread);
  }

  private <T> List<T> inEachThread(Work<T> work) throws Exception {
    List<Callable<List<T>>> calls = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      calls.add(() -> work.of(thread));
    }
    List<T> results = new ArrayList<>();
    for (Future<List<T>> result : threads.invokeAll(calls)) {
      results.addAll(result.get());
    }
    return results;
  }
}

package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/**
 * What decoding and encoding cost in memory, with room: parsing date-times with the JDK alone takes
 * more than this allows.
 */
class AllocationTest {
  private static final int WEBHOOKS = 100;
  private static final JsonAdapter<WebhookListResponse> JSON =
      new Moshi.Builder().add(new ModelAdapters()).build().adapter(WebhookListResponse.class);
  private static final Buffer ANSWER =
      new Buffer()
          .writeUtf8(
              ApiServer.envelope(Collections.nCopies(WEBHOOKS, ApiServer.WEBHOOK).toString()));

  private interface Work {
    Object run() throws Exception;
  }

  @Test
  void decodeTakesLittleMemory() throws Exception {
    assertThat(bytesForEach(() -> JSON.fromJson(ANSWER.clone()))).isBetween(200L, 900L);
  }

  @Test
  void encodeTakesLittleMemory() throws Exception {
    WebhookListResponse answer = JSON.fromJson(ANSWER.clone());
    Buffer written = new Buffer();
    long bytes =
        bytesForEach(
            () -> {
              JSON.toJson(written, answer);
              written.clear();
              return written;
            });
    assertThat(bytes).isBetween(100L, 600L);
  }

  private static long bytesForEach(Work work) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20; i++) { // What only the first times allocate.
      assertThat(work.run()).isNotNull();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    Object done = work.run();
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(done).isNotNull();
    return bytes / WEBHOOKS;
  }
}

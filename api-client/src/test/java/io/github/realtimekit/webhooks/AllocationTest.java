package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Collections;
import java.util.concurrent.Callable;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Bounds the memory that decoding a response and encoding a request allocate, with room: little
 * more than the strings that they hold.
 */
@Isolated("Okio's pool of memory is that of all threads.")
class AllocationTest {
  private static final int WEBHOOKS = 100;
  private static final Moshi MOSHI = new Moshi.Builder().add(new ModelAdapters()).build();

  @Test
  void decodesWebhookInAKilobyte() throws Exception {
    JsonAdapter<WebhookListResponse> json = MOSHI.adapter(WebhookListResponse.class);
    Buffer response =
        new Buffer()
            .writeUtf8(
                ApiServer.envelope(Collections.nCopies(WEBHOOKS, ApiServer.WEBHOOK).toString()));
    assertThat(allocated(() -> json.fromJson(response.clone())) / WEBHOOKS).isBetween(200L, 1200L);
  }

  @Test
  void encodesRequestInAKilobyte() throws Exception {
    JsonAdapter<WebhookRequest> json = MOSHI.adapter(WebhookRequest.class);
    WebhookRequest request =
        WebhookRequest.builder()
            .name("All events webhook")
            .url(URI.create("https://example.com/hooks"))
            .events(EventType.known())
            .build();
    Buffer written = new Buffer();
    long bytes =
        allocated(
            () -> {
              json.toJson(written, request);
              written.clear();
              return written;
            });
    assertThat(bytes).isBetween(100L, 1000L);
  }

  @Test
  void listUsesTheMemoryOfEarlierBodiesAgain() throws Exception {
    String list = ApiServer.envelope(Collections.nCopies(WEBHOOKS, ApiServer.WEBHOOK).toString());
    try (ApiServer api = new ApiServer();
        WebhooksClient webhooks = api.client()) {
      long bytes =
          allocated(
              () -> {
                api.respond(200, list);
                return webhooks.listWebhooks();
              });
      assertThat(bytes / WEBHOOKS).isBetween(200L, 1270L);
    }
  }

  /** Returns the bytes allocated by the work once it is warm. */
  private static long allocated(Callable<Object> work) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20; i++) {
      assertThat(work.call()).isNotNull();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    Object done = work.call();
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(done).isNotNull();
    return bytes;
  }
}

package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static io.github.realtimekit.webhooks.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.realtimekit.webhooks.internal.RetryPolicy;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many threads against a server with every fault: nothing leaks, and nothing else is thrown. */
@Tag("slow")
@Isolated("Counts the threads and descriptors of the JVM")
class FaultyLoadTest {
  private static final int THREADS = 16;
  private static final int CALLS = Integer.getInteger("faulty.calls", 100);
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  /** Responses in turn; the server closes the connection after those without a valid length. */
  private static final List<String> RESPONSES =
      List.of(
          response(200, envelope(WEBHOOK)),
          response(200, envelope(WEBHOOK)),
          response(500, "{\"error\":{\"code\":500}}"),
          response(404, ""),
          response(200, "[1,2"),
          response(302, ""),
          "HTTP/1.1 429 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n{",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
          "HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\nsurprise",
          "HTTP/1.1 99999 What\r\n\r\n",
          "SSH-2.0-OpenSSH_9.6\r\n",
          "HTTP/1.1 200 OK\r\n",
          "");

  private final AtomicInteger next = new AtomicInteger();

  @Test
  void nothingLeaksAndNothingElseIsThrown() throws Exception {
    UnixOperatingSystemMXBean os =
        (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    callFromAllThreads(10); // Opens what stays open: jars, and OkHttp's own threads.
    long descriptors = os.getOpenFileDescriptorCount();
    int threads = Thread.activeCount();
    callFromAllThreads(CALLS);
    while (os.getOpenFileDescriptorCount() > descriptors + 5
        || Thread.activeCount() > threads + 5) {
      Thread.sleep(50);
    }
  }

  private void callFromAllThreads(int callsOfEach) throws Exception {
    RetryPolicy noWait = new RetryPolicy(2, Clock.systemUTC(), () -> 0, (delay, call) -> {});
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    List<Throwable> unexpected = Collections.synchronizedList(new ArrayList<>());
    try (RawServer server = new RawServer(this::serve);
        WebhooksClient webhooks =
            WebhooksClient.builder()
                .apiToken("test-token")
                .baseUrl(server.baseUrl())
                .accountId("acc")
                .appId("app")
                .retryPolicy(noWait)
                .build()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        calls.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < callsOfEach; i++) {
                    call(webhooks, i)
                        .filter(thrown -> !(thrown instanceof RealtimeKitException))
                        .ifPresent(unexpected::add);
                  }
                }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      executor.shutdown();
    }
    assertThat(unexpected).isEmpty();
  }

  private static Optional<Throwable> call(WebhooksClient webhooks, int i) {
    try {
      switch (i % 4) {
        case 0 -> webhooks.getWebhook(ID);
        case 1 -> webhooks.createWebhook(REQUEST);
        case 2 -> webhooks.deleteWebhook(ID);
        default -> {
          return webhooks
              .async()
              .listWebhooks()
              .handle((list, thrown) -> Optional.ofNullable(thrown))
              .join();
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private void serve(RawServer server, Socket socket) throws Exception {
    socket.setTcpNoDelay(true);
    while (server.readRequest(socket)) {
      String response = RESPONSES.get(Math.floorMod(next.getAndIncrement(), RESPONSES.size()));
      RawServer.send(socket, response);
      if (!response.startsWith("HTTP/1.1 200 Status")
          && !response.startsWith("HTTP/1.1 4")
          && !response.startsWith("HTTP/1.1 5")
          && !response.startsWith("HTTP/1.1 3")) {
        return;
      }
    }
  }
}

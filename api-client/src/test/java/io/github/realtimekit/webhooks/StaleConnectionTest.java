package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Test;

/** Pooled connections that the server has closed since their last call. */
class StaleConnectionTest {
  private static final int CONNECTIONS = 4;
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  private final CountDownLatch allConnected = new CountDownLatch(CONNECTIONS);

  @Test
  void getSurvivesManyDeadConnectionsWithoutRetries() throws Exception {
    try (RawServer server = new RawServer(this::closeAfterOneResponse);
        WebhooksClient webhooks = client(server)) {
      fillPoolWithDeadConnections(webhooks, server);
      assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
      assertThat(server.connections).hasSize(CONNECTIONS + 1);
    }
  }

  @Test
  void deadConnectionCountsForNoRetry() throws Exception {
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  boolean first = self.connections.size() == 1;
                  int status = first ? 200 : 500;
                  while (self.readRequest(socket)) {
                    RawServer.send(socket, RawServer.response(status, envelope(WEBHOOK)));
                    if (first) {
                      return;
                    }
                    status = 200;
                  }
                });
        WebhooksClient webhooks = client(server, 1)) {
      webhooks.getWebhook(ID);
      while (!server.connections.stream().allMatch(Socket::isClosed)) {
        Thread.sleep(1);
      }
      assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
      assertThat(server.requests).hasSize(3);
      assertThat(server.connections).hasSize(2);
    }
  }

  @Test
  void postIsSentOnceAfterManyConnectionsDied() throws Exception {
    try (RawServer server = new RawServer(this::closeAfterOneResponse);
        WebhooksClient webhooks = client(server)) {
      fillPoolWithDeadConnections(webhooks, server);
      assertThat(webhooks.createWebhook(REQUEST).id()).isEqualTo(ID);
      assertThat(server.requests).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }
  }

  @Test
  void postIsSentOnceAfterTheConnectionWasReset() throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  boolean first = self.connections.size() == 1;
                  while (self.readRequest(socket)) {
                    RawServer.send(socket, RawServer.response(201, envelope(WEBHOOK)));
                    if (first) {
                      received.await();
                      socket.setSoLinger(true, 0);
                      return;
                    }
                  }
                });
        WebhooksClient webhooks = client(server)) {
      webhooks.createWebhook(REQUEST);
      received.countDown();
      while (!server.connections.get(0).isClosed()) {
        Thread.sleep(1);
      }
      assertThat(webhooks.createWebhook(REQUEST).id()).isEqualTo(ID);
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void postReusesLiveConnection() {
    try (ApiServer api = new ApiServer();
        WebhooksClient webhooks = api.client()) {
      for (int i = 0; i < 3; i++) {
        api.respond(
            new MockResponse()
                .setResponseCode(201)
                .setHeadersDelay(20, TimeUnit.MILLISECONDS)
                .setBody(envelope(WEBHOOK)));
        webhooks.createWebhook(REQUEST);
        assertThat(api.request().getSequenceNumber()).as("of its connection").isEqualTo(i);
      }
    }
  }

  private static WebhooksClient client(RawServer server) {
    return client(server, 0);
  }

  private static WebhooksClient client(RawServer server, int maxRetries) {
    return WebhooksClient.builder()
        .apiToken(ApiServer.TOKEN)
        .baseUrl(server.baseUrl())
        .accountId("acc")
        .appId("app")
        .maxRetries(maxRetries)
        .build();
  }

  private void fillPoolWithDeadConnections(WebhooksClient webhooks, RawServer server)
      throws InterruptedException {
    List<CompletableFuture<Webhook>> calls =
        Stream.generate(() -> webhooks.async().getWebhook(ID)).limit(CONNECTIONS).toList();
    calls.forEach(CompletableFuture::join);
    while (!server.connections.stream().allMatch(Socket::isClosed)) {
      Thread.sleep(1);
    }
  }

  /** Waits for all connections of the pool, responds on each, and closes it without a word. */
  private void closeAfterOneResponse(RawServer server, Socket socket) throws Exception {
    if (server.readRequest(socket)) {
      allConnected.countDown();
      allConnected.await();
      RawServer.send(socket, RawServer.response(200, envelope(WEBHOOK)));
    }
  }
}

package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that send interim responses, such as 103, before the response itself. */
class InterimResponsesTest {
  private static final String EARLY_HINTS = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";

  @Test
  void skipsInterimResponse() {
    try (RawServer server =
            new RawServer((self, socket) -> respondAfter(EARLY_HINTS, self, socket));
        WebhooksClient webhooks = client(server)) {
      assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
    }
  }

  /** OkHttp 4 cannot read the response after a second one, OkHttp 5 can. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 30})
  void severalInterimResponsesEndInResponseOrConnectionException(int count) {
    try (RawServer server =
            new RawServer((self, socket) -> respondAfter(EARLY_HINTS.repeat(count), self, socket));
        WebhooksClient webhooks = client(server)) {
      try {
        assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
        assertThat(server.requests).hasSize(1);
      } catch (ConnectionException e) {
        assertThat(e).hasMessageContaining("after 2 attempts (unexpected response)");
        assertThat(server.requests).hasSize(2);
      }
    }
  }

  @Test
  void postWithoutAnotherResponseMayHaveBeenProcessed() {
    try (RawServer server =
            new RawServer((self, socket) -> respondAfter(EARLY_HINTS.repeat(2), self, socket));
        WebhooksClient webhooks = client(server)) {
      try {
        assertThat(
                webhooks
                    .createWebhook(
                        WebhookRequest.builder()
                            .name("n")
                            .url(URI.create("https://example.com"))
                            .events()
                            .build())
                    .id())
            .isEqualTo(ID);
      } catch (ConnectionException e) {
        assertThat(e.outcomeUnknown()).isTrue();
      }
      assertThat(server.requests).hasSize(1);
    }
  }

  private static void respondAfter(String interim, RawServer server, Socket socket)
      throws Exception {
    server.readRequest(socket);
    RawServer.send(socket, interim + RawServer.response(200, envelope(WEBHOOK)));
  }

  private static WebhooksClient client(RawServer server) {
    return WebhooksClient.builder()
        .apiToken(ApiServer.TOKEN)
        .baseUrl(server.baseUrl())
        .accountId("acc")
        .appId("app")
        .maxRetries(1)
        .build();
  }
}

package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Responses at which OkHttp throws exceptions that it does not declare. */
class UnusableResponsesTest {
  @AutoClose private final ApiServer api = new ApiServer();

  @Test
  void negativeStatusCodeIsNoResponse() {
    assertThat(failure("HTTP/1.1 -12 OK\r\nContent-Length: 0\r\n\r\n"))
        .isInstanceOf(ConnectionException.class);
  }

  @Test
  void retryAfterBeyond32BitsIsAServerError() {
    assertThat(failure("HTTP/1.1 503 Busy\r\nRetry-After: 2147483648\r\nContent-Length: 0\r\n\r\n"))
        .isInstanceOf(ServerException.class);
  }

  private RealtimeKitException failure(String response) {
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  if (self.readRequest(socket)) {
                    RawServer.send(socket, response);
                  }
                });
        WebhooksClient webhooks = api.builder().maxRetries(0).baseUrl(server.baseUrl()).build()) {
      return catchThrowableOfType(RealtimeKitException.class, webhooks::listWebhooks);
    }
  }
}

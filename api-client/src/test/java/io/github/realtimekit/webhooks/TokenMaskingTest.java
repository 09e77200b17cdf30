package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token stays out of exceptions and the log, wherever and however a response echoes it. */
class TokenMaskingTest {
  private static final String TOKEN = "test-token/1=2.abcdefghijklmnop";

  /** Middle of the token, in which nothing is escaped: no text may contain it. */
  private static final String MIDDLE = "abcdefgh";

  private final List<String> log = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no such token: test-token/1=2.abcdefghijklmnop",
        "test-token/1=2.abcdefghijklmnop is not test-token/1=2.abcdefghijklmnop",
        "{\"message\":\"test-token/1=2.abcdefghijklmnop\"}",
        "{\"message\":\"test-token\\/1\\u003d2.abcdefghijklmnop\"}",
        "{\"message\":\"test-token/1\\u003D2.abc\\u0064efghijklmnop\"}",
        "\"{\\n  message: \\\"test-token\\\\/1\\\\u003d2.abcdefghijklmnop\\\"\\n}\"",
        "<html><title>test-token/1=2.abcdefghijklmnop</title></html>",
        "https://example.com/?token=test-token%2F1%3D2.abcdefghijklmnop",
      })
  void masksTokenInBody(String body) {
    assertMasked(RawServer.response(400, body));
  }

  @Test
  void masksTokenInHeaders() {
    assertMasked(
        "HTTP/1.1 400 Bad\r\ncf-ray: "
            + TOKEN
            + "\r\nLocation: /a?b="
            + TOKEN
            + "\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void masksTokenBeforeManyBackslashes() {
    assertMasked(
        "HTTP/1.1 400 Bad\r\ncf-ray: "
            + TOKEN
            + "\\".repeat(200_000)
            + "\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void masksTokenInReasonPhrase() {
    assertMasked("HTTP/1.1 400 " + TOKEN + "\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void masksTokenInMalformedStatusLine() {
    assertMasked("HTTP/9 " + TOKEN + "\r\n\r\n");
  }

  @Test
  void masksTokenInJsonOfAnotherShape() {
    assertMasked(RawServer.response(200, "{\"data\":\"" + TOKEN + "\"}"));
  }

  /** Exceptions show 500, 1024 and 16384 characters, the log 4096. */
  @ParameterizedTest
  @ValueSource(ints = {500, 1024, 4096, 16_384, 20_480})
  void leavesNoStartOfTheTokenWhereTextIsCut(int length) {
    for (int shown = 8; shown < TOKEN.length(); shown += 7) {
      String body = "x".repeat(length - shown) + TOKEN + "y".repeat(length);
      assertMasked(RawServer.response(400, body), TOKEN.substring(0, 8));
      assertMasked(RawServer.response(200, body), TOKEN.substring(0, 8));
    }
  }

  @Test
  void leavesNoStartOfTheTokenWhereTheBodyBreaksOff() {
    assertMasked(
        "HTTP/1.1 500 Error\r\nContent-Length: 99\r\n\r\n" + TOKEN.substring(0, 20), "test-tok");
  }

  private void assertMasked(String response) {
    assertMasked(response, MIDDLE);
  }

  private void assertMasked(String response, String secret) {
    log.clear();
    try (RawServer server =
            new RawServer(
                (self, socket) -> {
                  if (self.readRequest(socket)) {
                    RawServer.send(socket, response);
                  }
                });
        WebhooksClient webhooks = client(server)) {
      RealtimeKitException e =
          catchThrowableOfType(RealtimeKitException.class, () -> webhooks.getWebhook(ID));
      assertThat(textOf(e)).doesNotContain(secret);
    }
    assertThat(log).isNotEmpty().noneMatch(line -> line.contains(secret));
  }

  @Test
  void maskedCauseKeepsItsStackTrace() {
    try (RawServer server =
            new RawServer(
                (self, socket) -> RawServer.send(socket, "HTTP/9 " + TOKEN + "\r\n\r\n"));
        WebhooksClient webhooks = client(server)) {
      assertThatThrownBy(() -> webhooks.getWebhook(ID))
          .isInstanceOf(ConnectionException.class)
          .cause()
          .hasMessageContaining("[token]")
          .hasStackTraceContaining("at okhttp3.");
    }
  }

  private WebhooksClient client(RawServer server) {
    return WebhooksClient.builder()
        .apiToken(TOKEN)
        .baseUrl(server.baseUrl())
        .accountId("acc")
        .appId("app")
        .maxRetries(0)
        .log(log::add)
        .build();
  }

  private static String textOf(RealtimeKitException e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    if (e instanceof ApiException response) {
      text.append(response.body()).append(response.reason()).append(response.cfRay());
    }
    return text.toString();
  }
}

package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Failed calls that may have been carried out, as far as the wire shows. */
class OutcomeTest {
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  @AutoClose private final ApiServer api = new ApiServer();

  @Test
  void retriedDeleteThatFindsNothingMayHaveDeleted() {
    api.respond(SocketPolicy.DISCONNECT_AFTER_REQUEST);
    api.respond(404, "{\"error\":{\"code\":404,\"message\":\"gone\"}}");
    NotFoundException e = deleteOfNothing();
    assertThat(e.outcomeUnknown()).isTrue();
    assertThat(e.advice())
        .startsWith("An earlier attempt of this call got no response and may have deleted");
  }

  @Test
  void retriedDeleteAfterServerErrorMayHaveDeleted() {
    api.respond(500, "").respond(404, "{\"error\":{\"code\":404,\"message\":\"gone\"}}");
    assertThat(deleteOfNothing().outcomeUnknown()).isTrue();
  }

  @Test
  void deleteThatFindsNothingAtOnceDeletedNothing() {
    api.respond(404, "{\"error\":{\"code\":404,\"message\":\"gone\"}}");
    NotFoundException e = deleteOfNothing();
    assertThat(e.outcomeUnknown()).isFalse();
    assertThat(e.advice()).isEqualTo("Check the identifiers of account, app and webhook.");
  }

  @Test
  void rateLimitedDeleteThatFindsNothingDeletedNothing() {
    api.respond(429, "").respond(404, "{\"error\":{\"code\":404,\"message\":\"gone\"}}");
    assertThat(deleteOfNothing().outcomeUnknown()).isFalse();
  }

  @Test
  void postIsRetriedAfterConnectTimeout() {
    OkHttpClient patient = new OkHttpClient.Builder().connectTimeout(Duration.ZERO).build();
    try (FullPort full = new FullPort()) {
      assertPostIsRetriedAndNotCarriedOut(
          api.builder()
              .okHttpClient(patient)
              .baseUrl(full.baseUrl())
              .connectTimeout(Duration.ofMillis(50)));
    }
  }

  @Test
  void postIsRetriedAfterRefusedConnection() {
    try (RefusingPort port = new RefusingPort()) {
      assertPostIsRetriedAndNotCarriedOut(api.builder().baseUrl(port.baseUrl()));
    }
  }

  @Test
  void postIsRetriedAfterBrokenHandshake() {
    try (RawServer server =
        new RawServer((self, socket) -> RawServer.send(socket, "this is not TLS"))) {
      assertPostIsRetriedAndNotCarriedOut(
          api.builder().baseUrl("https://127.0.0.1:" + server.port()));
    }
  }

  @Test
  void postIsRetriedWhenProxyRefusesTunnel() {
    try (RawServer proxy =
        new RawServer(
            (self, socket) -> {
              self.readRequest(socket);
              RawServer.send(socket, RawServer.response(503, ""));
            })) {
      OkHttpClient http =
          new OkHttpClient.Builder()
              .proxy(
                  new Proxy(
                      Proxy.Type.HTTP,
                      new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
              .build();
      assertPostIsRetriedAndNotCarriedOut(
          api.builder().okHttpClient(http).baseUrl("https://api.example.com"));
      assertThat(proxy.requests).hasSize(3).allMatch(line -> line.startsWith("CONNECT"));
    }
  }

  @Test
  void postWithoutResponseMayHaveBeenCarriedOut() {
    api.respond(SocketPolicy.DISCONNECT_AFTER_REQUEST);
    try (WebhooksClient webhooks = api.client()) {
      ConnectionException e =
          catchThrowableOfType(ConnectionException.class, () -> webhooks.createWebhook(REQUEST));
      assertThat(e.outcomeUnknown()).isTrue();
      assertThat(api.server.getRequestCount()).isOne();
    }
  }

  @Test
  void failureThatAnInterceptorReplacedLeavesPostUnknown() {
    api.respond(SocketPolicy.DISCONNECT_AFTER_REQUEST);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  try {
                    return chain.proceed(chain.request());
                  } catch (IOException e) {
                    throw new IOException("replaced");
                  }
                })
            .build();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      assertThat(
              catchThrowableOfType(ConnectionException.class, () -> webhooks.createWebhook(REQUEST))
                  .outcomeUnknown())
          .isTrue();
    }
  }

  @Test
  void postThatAnInterceptorStoppedWasNotProcessed() {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IOException("no network today");
                })
            .build();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      ConnectionException e =
          catchThrowableOfType(ConnectionException.class, () -> webhooks.createWebhook(REQUEST));
      assertThat(e.outcomeUnknown()).isFalse();
      assertThat(e.attempts()).isZero();
    }
  }

  @Test
  void postThatTimesOutOnItsWayMayHaveBeenProcessed() {
    api.respond(SocketPolicy.NO_RESPONSE);
    OkHttpClient patient = new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();
    try (WebhooksClient webhooks =
        api.builder().okHttpClient(patient).callTimeout(Duration.ofMillis(500)).build()) {
      CompletableFuture<Webhook> future = webhooks.async().createWebhook(REQUEST);
      api.request();
      assertThatThrownBy(future::get)
          .hasMessageContaining("(timeout)")
          .cause()
          .isInstanceOfSatisfying(
              ConnectionException.class, e -> assertThat(e.outcomeUnknown()).isTrue());
    }
  }

  @Test
  void responseToAGetThatCannotBeReadLeavesNothingUnknown() {
    api.respond(200, "[]");
    try (WebhooksClient webhooks = api.client()) {
      InvalidResponseException e =
          catchThrowableOfType(InvalidResponseException.class, () -> webhooks.getWebhook(ID));
      assertThat(e.outcomeUnknown()).isFalse();
      assertThat(e.advice()).isEqualTo("See body() for the start of the response.");
    }
  }

  private NotFoundException deleteOfNothing() {
    try (WebhooksClient webhooks = api.client()) {
      return catchThrowableOfType(NotFoundException.class, () -> webhooks.deleteWebhook(ID));
    }
  }

  private void assertPostIsRetriedAndNotCarriedOut(WebhooksClient.Builder builder) {
    try (WebhooksClient webhooks = builder.build()) {
      ConnectionException e =
          catchThrowableOfType(ConnectionException.class, () -> webhooks.createWebhook(REQUEST));
      assertThat(e).hasMessageContaining("after 3 attempts");
      assertThat(e.outcomeUnknown()).isFalse();
      assertThat(api.waits).hasSize(2);
    }
  }
}

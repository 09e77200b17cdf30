package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * OkHttp clients with interceptors that rewrite, short-circuit and rebuild; the result of the chain
 * counts.
 */
class UserInterceptorsTest {
  @AutoClose private final ApiServer api = new ApiServer();

  /** Kind of call. */
  enum Style {
    SYNC,
    ASYNC;

    Webhook get(WebhooksClient webhooks) throws Throwable {
      if (this == SYNC) {
        return webhooks.getWebhook(ID);
      }
      try {
        return webhooks.async().getWebhook(ID).get();
      } catch (java.util.concurrent.ExecutionException e) {
        throw e.getCause();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsCannedResponse(Style style) throws Throwable {
    try (WebhooksClient webhooks =
        client(chain -> canned(chain.request(), 200, envelope(WEBHOOK)))) {
      assertThat(style.get(webhooks).id()).isEqualTo(ID);
    }
    assertThat(api.server.getRequestCount()).isZero();
  }

  @Test
  void interceptorsOfACallThatIsWaitedForRunOnTheCallersThread() {
    Thread caller = Thread.currentThread();
    try (WebhooksClient webhooks =
        client(
            chain -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              return canned(chain.request(), 200, envelope(WEBHOOK));
            })) {
      assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
    }
  }

  @Test
  void exceptionOfNetworkInterceptorReachesTheCaller() {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  throw new IllegalStateException("not today");
                })
            .build();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      assertThatThrownBy(() -> webhooks.getWebhook(ID))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("not today");
    }
  }

  @ParameterizedTest
  @EnumSource
  void throwsForCannedErrorResponse(Style style) {
    try (WebhooksClient webhooks = client(chain -> canned(chain.request(), 409, ""))) {
      assertThatThrownBy(() -> style.get(webhooks))
          .isInstanceOf(ConflictException.class)
          .hasMessageStartingWith("getWebhook failed with status 409.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void throwsForCannedGarbage(Style style) {
    try (WebhooksClient webhooks = client(chain -> canned(chain.request(), 200, "[1,"))) {
      assertThatThrownBy(() -> style.get(webhooks))
          .isInstanceOf(InvalidResponseException.class)
          .hasMessageContaining("getWebhook");
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsRequestThatWasRebuiltWithoutTags(Style style) throws Throwable {
    api.respond(200, envelope(WEBHOOK));
    Interceptor rebuild =
        chain ->
            chain.proceed(
                new Request.Builder().url(chain.request().url()).header("X-Rebuilt", "1").build());
    try (WebhooksClient webhooks = client(rebuild)) {
      assertThat(style.get(webhooks).id()).isEqualTo(ID);
    }
    assertThat(api.request().getHeaders().get("X-Rebuilt")).isEqualTo("1");
  }

  @Test
  void replacesHeadersThatAnInterceptorHasSet() {
    api.respond(200, envelope(WEBHOOK));
    Interceptor other =
        chain ->
            chain.proceed(
                chain
                    .request()
                    .newBuilder()
                    .header("authorization", "Bearer of-another-api")
                    .header("accept", "text/html")
                    .header("user-agent", "other")
                    .build());
    try (WebhooksClient webhooks = client(other)) {
      webhooks.getWebhook(ID);
    }
    Headers sent = api.request().getHeaders();
    assertThat(sent.values("Authorization")).containsExactly("Bearer " + ApiServer.TOKEN);
    assertThat(sent.values("Accept")).containsExactly("application/json");
    assertThat(sent.values("User-Agent"))
        .singleElement()
        .asString()
        .startsWith("realtimekit-webhooks-java/");
  }

  @ParameterizedTest
  @EnumSource
  void throwsForStatusThatWasRewritten(Style style) {
    api.respond(200, envelope(WEBHOOK));
    try (WebhooksClient webhooks =
        client(chain -> chain.proceed(chain.request()).newBuilder().code(503).build())) {
      assertThatThrownBy(() -> style.get(webhooks))
          .isInstanceOf(ServerException.class)
          .hasMessageStartingWith("getWebhook failed with status 503");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsErrorResponseThatWasRewrittenToSuccess(Style style) throws Throwable {
    api.respond(404, "{}");
    try (WebhooksClient webhooks =
        client(
            chain -> {
              chain.proceed(chain.request()).close();
              return canned(chain.request(), 200, envelope(WEBHOOK));
            })) {
      assertThat(style.get(webhooks).id()).isEqualTo(ID);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrapsFailureOfInterceptor(Style style) {
    try (WebhooksClient webhooks =
        client(
            chain -> {
              throw new IOException("no network today");
            })) {
      assertThatThrownBy(() -> style.get(webhooks))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("no network today");
    }
  }

  @Test
  void doesNotRetryWhatAnAuthenticatorRepeatsForEver() {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .authenticator((route, response) -> response.request().newBuilder().build())
            .build();
    for (int i = 0; i < 100; i++) {
      api.respond(401, "");
    }
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      assertThatThrownBy(() -> webhooks.getWebhook(ID))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("(Too many follow-up requests: 21)");
    }
    assertThat(api.waits).isEmpty();
  }

  @Test
  void closesTheBodyOfAResponseThatIsRetried() {
    AtomicInteger closed = new AtomicInteger();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  Source body =
                      new ForwardingSource(response.body().source()) {
                        @Override
                        public void close() throws IOException {
                          closed.incrementAndGet();
                          super.close();
                        }
                      };
                  return response
                      .newBuilder()
                      .body(ResponseBody.create(Okio.buffer(body), null, -1))
                      .build();
                })
            .build();
    api.respond(503, "busy").respond(200, envelope(WEBHOOK));
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
    }
    assertThat(closed).hasValue(2);
  }

  @Test
  void asksForOneEventListenerForEachCall() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListenerFactory(
                call -> {
                  asked.incrementAndGet();
                  return EventListener.NONE;
                })
            .build();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).build()) {
      api.respond(200, envelope(WEBHOOK));
      webhooks.getWebhook(ID);
      assertThat(asked).hasValue(1);
      api.respond(200, envelope(WEBHOOK));
      webhooks.async().getWebhook(ID).join();
      assertThat(asked).hasValue(2);
      api.respond(200, envelope(WEBHOOK));
      webhooks.api().getWebhook("acc", "app", ID.toString()).execute();
      assertThat(asked).hasValue(3);
    }
  }

  private WebhooksClient client(Interceptor interceptor) {
    return api.builder()
        .okHttpClient(new OkHttpClient.Builder().addInterceptor(interceptor).build())
        .build();
  }

  private static Response canned(Request request, int status, String body) {
    return new Response.Builder()
        .request(new Request.Builder().url(request.url()).build())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("Canned")
        .body(ResponseBody.create(body, MediaType.get("application/json")))
        .build();
  }
}

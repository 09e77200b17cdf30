package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.TOKEN;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.internal.HttpClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of a client, and values that the builder rejects. */
class ClientBuilderTest {
  @AutoClose private final ApiServer api = new ApiServer();

  @Test
  void readsEnvironment() {
    api.respond(200, envelope("[]"));
    Map<String, String> environment =
        Map.of(
            "CLOUDFLARE_API_TOKEN", "env-token",
            "CLOUDFLARE_ACCOUNT_ID", "env-acc",
            "REALTIMEKIT_APP_ID", "env-app",
            "CLOUDFLARE_BASE_URL", api.server.url("/v4").toString());
    try (WebhooksClient webhooks = WebhooksClient.builder().fromEnvironment(environment).build()) {
      webhooks.listWebhooks();
    }
    var request = api.request();
    assertThat(request.getPath()).isEqualTo("/v4/accounts/env-acc/realtime/kit/env-app/webhooks");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer env-token");
  }

  @Test
  void environmentOfTheProcessCountsAsTheLastCall() {
    String url = System.getenv("CLOUDFLARE_BASE_URL");
    assertThat(url).as("the build runs without it").isNull();
    api.respond(200, envelope("[]"));
    try (WebhooksClient webhooks = api.builder().fromEnvironment().build()) {
      assertThat(webhooks.listWebhooks()).isEmpty();
    }
  }

  @Test
  void hasTimeoutsByDefault() {
    try (WebhooksClient webhooks = api.client()) {
      assertThat(webhooks.api().listWebhooks("acc", "app").timeout().timeoutNanos())
          .isEqualTo(Duration.ofSeconds(60).toNanos());
    }
    OkHttpClient http = HttpClients.defaultFor(api.server.url("/"));
    assertThat(http.connectTimeoutMillis()).isEqualTo(10_000);
    assertThat(http.readTimeoutMillis()).isEqualTo(30_000);
  }

  @Test
  void setsTimeoutsOfEachAttempt() {
    List<Integer> millis = new ArrayList<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  millis.add(chain.connectTimeoutMillis());
                  millis.add(chain.readTimeoutMillis());
                  return chain.proceed(chain.request());
                })
            .build();
    api.respond(200, envelope("[]"));
    try (WebhooksClient webhooks =
        api.builder()
            .okHttpClient(http)
            .connectTimeout(Duration.ofSeconds(12))
            .readTimeout(Duration.ofSeconds(34))
            .build()) {
      webhooks.listWebhooks();
    }
    assertThat(millis).containsExactly(12_000, 34_000);
  }

  @Test
  void waitsForSlowResponseByDefault() {
    api.respond(
        new MockResponse()
            .setHeadersDelay(1, TimeUnit.SECONDS)
            .setBody(envelope("[" + ApiServer.WEBHOOK + "]")));
    try (WebhooksClient webhooks = api.builder().maxRetries(0).build()) {
      assertThat(webhooks.listWebhooks()).hasSize(1);
    }
  }

  @Test
  void ignoresEmptyVariables() {
    assertThatThrownBy(
            WebhooksClient.builder().fromEnvironment(Map.of("CLOUDFLARE_API_TOKEN", ""))::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "apiToken is not set: call apiToken(…), or fromEnvironment() with CLOUDFLARE_API_TOKEN");
  }

  @Test
  void namesMissingSettings() {
    assertThatThrownBy(WebhooksClient.builder().apiToken(TOKEN)::build)
        .hasMessageContaining("accountId")
        .hasMessageContaining("CLOUDFLARE_ACCOUNT_ID");
    assertThatThrownBy(WebhooksClient.builder().apiToken(TOKEN).accountId("a")::build)
        .hasMessageContaining("appId")
        .hasMessageContaining("REALTIMEKIT_APP_ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", ".", "..", "a\nb", "\u0000"})
  void rejectsIdentifiersThatAreNone(String id) {
    WebhooksClient webhooks = api.client();
    assertThatThrownBy(() -> WebhooksClient.builder().accountId(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("accountId");
    assertThatThrownBy(() -> WebhooksClient.builder().appId(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("appId");
    assertThatThrownBy(() -> webhooks.withApp(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("appId");
    assertThatThrownBy(() -> webhooks.withAccount(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("accountId");
    assertThatThrownBy(() -> webhooks.api().getWebhook("acc", "app", id).execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("webhook_id");
    assertThatThrownBy(() -> webhooks.api().deleteWebhook("acc", id, ID.toString()).execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("app_id");
    assertThat(api.server.getRequestCount()).isZero();
    webhooks.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "../..",
        "a?b#c",
        "%2e%2e",
        "a\\b",
        "ä;c d",
        "4e3a2b1c-0d9f-4e8d-8c7b-6a5f4e3d2c1b"
      })
  void keepsIdentifiersInTheirSegment(String id) {
    api.respond(200, envelope("[]"));
    try (WebhooksClient webhooks = api.builder().appId(id).build()) {
      webhooks.listWebhooks();
    }
    var url = api.request().getRequestUrl();
    assertThat(url.pathSegments())
        .containsExactly("client", "v4", "accounts", "acc", "realtime", "kit", id, "webhooks");
    assertThat(url.query()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "ä", "a\u007f"})
  void rejectsTokensThatAreNone(String token) {
    assertThatThrownBy(() -> WebhooksClient.builder().apiToken(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The API token is empty, or holds");
  }

  @Test
  void encodesCharactersThatMaySeparate() {
    api.respond(200, envelope("[]"));
    try (WebhooksClient webhooks = api.builder().appId("a;b=c*").build()) {
      webhooks.listWebhooks();
    }
    assertThat(api.request().getPath()).contains("/a%3Bb%3Dc%2A/");
  }

  @Test
  void rejectsNegativeRetries() {
    assertThatThrownBy(() -> WebhooksClient.builder().maxRetries(-1)).hasMessageContaining("-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0.0000001S", "PT0.0005S", "PT2147483.648S", "PT10000000H"})
  void rejectsTimeoutsOutOfRange(Duration timeout) {
    List<Function<Duration, WebhooksClient.Builder>> setters =
        List.of(
            WebhooksClient.builder()::connectTimeout,
            WebhooksClient.builder()::readTimeout,
            WebhooksClient.builder()::callTimeout);
    for (Function<Duration, WebhooksClient.Builder> setter : setters) {
      assertThatThrownBy(() -> setter.apply(timeout))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(timeout.toString());
    }
  }

  @Test
  void acceptsLongestTimeout() {
    Duration longest = Duration.ofMillis(Integer.MAX_VALUE);
    try (WebhooksClient webhooks = api.builder().callTimeout(longest).build()) {
      assertThat(webhooks.api().listWebhooks("acc", "app").timeout().timeoutNanos())
          .isEqualTo(longest.toNanos());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r", "ä", "\u0000", "a\tb", "a\u001fb", "a\u007f"})
  void rejectsUserAgentSuffixThatIsNoHeader(String suffix) {
    assertThatThrownBy(() -> WebhooksClient.builder().userAgentSuffix(suffix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("user agent");
  }

  @Test
  void userAgentSuffix() {
    api.respond(200, envelope("[]"));
    try (WebhooksClient webhooks = api.builder().userAgentSuffix("my-service/2.1 (~)").build()) {
      webhooks.listWebhooks();
    }
    assertThat(api.request().getHeaders().get("User-Agent"))
        .matches("realtimekit-webhooks-java/\\S+ my-service/2\\.1 \\(~\\)");
  }

  @Test
  void masksTokenInExceptionsAndLeavesItOutOfToString() {
    api.respond(400, "{\"error\":{\"code\":400,\"message\":\"bad token " + TOKEN + "\"}}");
    api.respond(200, envelope("\"a " + TOKEN + "\""));
    try (WebhooksClient webhooks = api.client()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> webhooks.getWebhook(ID))
            .isInstanceOfSatisfying(
                ApiException.class,
                e ->
                    assertThat(e.body() + e.reason() + stackTrace(e))
                        .contains("[token]")
                        .doesNotContain(TOKEN));
      }
      assertThat(webhooks)
          .hasToString(
              "WebhooksClient[" + api.server.url("/client/v4/") + ", accountId=acc, appId=app]");
    }
  }

  private static String stackTrace(Throwable e) {
    java.io.StringWriter text = new java.io.StringWriter();
    e.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}

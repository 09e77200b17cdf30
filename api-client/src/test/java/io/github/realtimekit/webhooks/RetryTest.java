package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.realtimekit.webhooks.internal.RetryPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Retries: of which requests, how often, and after which delay. */
class RetryTest {
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  @AutoClose private final ApiServer api = new ApiServer();
  @AutoClose private final WebhooksClient webhooks = api.client();

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 520, 527})
  void retriesTransientErrorResponse(int status) {
    api.respond(status, "").respond(status, "").respond(200, envelope(WEBHOOK));
    assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
    assertThat(api.server.getRequestCount()).isEqualTo(3);
    assertThat(api.waits).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000));
  }

  @Test
  void retriesAllMethodsButPost() {
    for (int i = 0; i < 4; i++) {
      api.respond(500, "").respond(200, envelope(WEBHOOK));
    }
    webhooks.getWebhook(ID);
    webhooks.deleteWebhook(ID);
    webhooks.editWebhook(ID, WebhookPatch.builder().name("n").build());
    webhooks.replaceWebhook(ID, REQUEST);
    assertThat(api.server.getRequestCount()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 302, 307, 308, 400, 401, 403, 404, 405, 409, 413})
  void doesNotRetryOtherErrorResponse(int status) {
    api.respond(status, "", "Location: /elsewhere");
    assertThat(catchThrowableOfType(ApiException.class, () -> webhooks.getWebhook(ID)).status())
        .isEqualTo(status);
    assertThat(api.server.getRequestCount()).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 500, 503, 522})
  void doesNotRetryPostThatMayHaveBeenCarriedOut(int status) {
    api.respond(status, "", "Retry-After: 0");
    ApiException e =
        catchThrowableOfType(ApiException.class, () -> webhooks.createWebhook(REQUEST));
    assertThat(api.server.getRequestCount()).isOne();
    assertThat(e.outcomeUnknown()).isEqualTo(status != 409);
    assertThat(e.toString().contains("may have been carried out")).isEqualTo(status != 409);
  }

  @Test
  void retriesPostAfter429() {
    api.respond(429, "", "Retry-After: 1").respond(201, envelope(WEBHOOK));
    assertThat(webhooks.createWebhook(REQUEST).id()).isEqualTo(ID);
    assertThat(api.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void doesNotRetryPostAfterLostConnection() {
    api.respond(SocketPolicy.DISCONNECT_AFTER_REQUEST);
    ConnectionException e =
        catchThrowableOfType(ConnectionException.class, () -> webhooks.createWebhook(REQUEST));
    assertThat(api.server.getRequestCount()).isOne();
    assertThat(e.outcomeUnknown()).isTrue();
    assertThat(e).hasMessageContaining("list the webhooks before you try again");
  }

  @Test
  void retriesGetAfterLostConnection() {
    api.respond(SocketPolicy.DISCONNECT_AFTER_REQUEST)
        .respond(
            new MockResponse()
                .setBody(envelope(WEBHOOK))
                .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY))
        .respond(200, envelope(WEBHOOK));
    assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
    assertThat(api.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void givesUpAfterMaxRetries() {
    api.respond(500, "").respond(500, "").respond(500, "").respond(200, envelope(WEBHOOK));
    assertThat(catchThrowableOfType(ServerException.class, () -> webhooks.getWebhook(ID)).status())
        .isEqualTo(500);
    assertThat(api.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void retriesTwiceByDefault() {
    for (int i = 0; i < 4; i++) {
      api.respond(500, "", "Retry-After: 0");
    }
    try (WebhooksClient other = withDefaults().build()) {
      assertThatExceptionOfType(ServerException.class).isThrownBy(() -> other.getWebhook(ID));
    }
    assertThat(api.server.getRequestCount()).isEqualTo(3);
  }

  /** Most of many random delays up to half a second are above 50 milliseconds. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void waitsBeforeRetriesByDefault(boolean setsRetries) {
    Map<String, Long> first = new ConcurrentHashMap<>();
    List<Long> gaps = new CopyOnWriteArrayList<>();
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            @Nullable Long before = first.put(request.getPath(), System.nanoTime());
            if (before == null) {
              return new MockResponse().setResponseCode(503);
            }
            gaps.add(System.nanoTime() - before);
            return new MockResponse().setBody(envelope(WEBHOOK));
          }
        });
    WebhooksClient.Builder builder = withDefaults();
    try (WebhooksClient other = (setsRetries ? builder.maxRetries(1) : builder).build()) {
      other.getWebhook(ID); // Loads classes.
      gaps.clear();
      Stream.generate(() -> other.async().getWebhook(UUID.randomUUID()))
          .limit(24)
          .toList()
          .forEach(CompletableFuture::join);
    }
    assertThat(gaps).hasSize(24).filteredOn(nanos -> nanos > 50_000_000).hasSizeGreaterThan(11);
  }

  private WebhooksClient.Builder withDefaults() {
    return WebhooksClient.builder()
        .apiToken(ApiServer.TOKEN)
        .baseUrl(api.server.url("/client/v4").toString())
        .accountId("acc")
        .appId("app");
  }

  @ParameterizedTest
  @CsvSource({
    // Retry-After; delay with a quarter of the jitter
    "7, PT7.125S",
    "0, PT0.125S",
    "'Sat, 21 Nov 2026 12:00:09 GMT', PT9.125S",
    "'Sat, 21 Nov 2026 11:00:00 GMT', PT0.125S",
    "30, PT30.125S",
    "soon, PT0.5S",
    "-1, PT0.5S",
    "'', PT0.5S"
  })
  void waitsForRetryAfter(String retryAfter, Duration delay) {
    for (int status : new int[] {429, 503}) {
      api.waits.clear();
      api.respond(status, "", "Retry-After: " + retryAfter).respond(200, envelope(WEBHOOK));
      webhooks.getWebhook(ID);
      assertThat(api.waits).containsExactly(delay);
    }
  }

  @Test
  void waitsForDateInRetryAfterThoughTheClockIsWrong() {
    api.respond(
            429,
            "",
            "Date: Sat, 21 Nov 2026 12:10:00 GMT",
            "Retry-After: Sat, 21 Nov 2026 12:10:02 GMT")
        .respond(200, envelope(WEBHOOK));
    webhooks.getWebhook(ID);
    assertThat(api.waits).containsExactly(Duration.parse("PT2.125S"));
  }

  @Test
  void exceptionHasRetryAfterOf503() {
    api.respond(503, "", "Retry-After: 40");
    ServerException e = catchThrowableOfType(ServerException.class, () -> webhooks.getWebhook(ID));
    assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(40));
    assertThat(e.advice()).isEqualTo("Try again in 40 seconds.");
  }

  @Test
  void sleepsThroughTheDelay() {
    api.respond(429, "", "Retry-After: 1").respond(200, envelope(WEBHOOK));
    try (WebhooksClient patient = withDefaults().build()) {
      long start = System.nanoTime();
      patient.getWebhook(ID);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void retriesWithoutCallTimeout() {
    api.respond(500, "").respond(200, envelope(WEBHOOK));
    try (WebhooksClient unlimited = api.builder().okHttpClient(new OkHttpClient()).build()) {
      assertThat(unlimited.getWebhook(ID).id()).isEqualTo(ID);
    }
  }

  @Test
  void timeOfEarlierAttemptsCountsForCallTimeout() {
    api.respond(
        new MockResponse()
            .setResponseCode(429)
            .addHeader("Retry-After: 29")
            .setHeadersDelay(1, TimeUnit.SECONDS));
    api.respond(200, envelope(WEBHOOK));
    try (WebhooksClient hasty = api.builder().callTimeout(Duration.ofSeconds(30)).build()) {
      assertThat(catchThrowableOfType(RateLimitedException.class, () -> hasty.getWebhook(ID)))
          .isNotNull();
    }
    assertThat(api.waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3600, PT1H",
    "31, PT31S",
    "9999999999, PT9999999999S",
    "'Sat, 21 Nov 2026 13:00:00 GMT', PT1H"
  })
  void failsFastIfRetryAfterExceeds30Seconds(String retryAfter, Duration asked) {
    api.respond(429, "", "Retry-After: " + retryAfter);
    RateLimitedException e =
        catchThrowableOfType(RateLimitedException.class, () -> webhooks.getWebhook(ID));
    assertThat(e.retryAfter()).isEqualTo(asked);
    assertThat(e).hasMessageContaining("Try again in " + asked.toSeconds() + " seconds");
    assertThat(api.waits).isEmpty();
    assertThat(api.server.getRequestCount()).isOne();
  }

  @Test
  void failsFastIfRetryAfterExceedsCallTimeout() throws Exception {
    api.respond(429, "", "Retry-After: 20");
    try (WebhooksClient hasty = api.builder().callTimeout(Duration.ofSeconds(20)).build()) {
      assertThat(
              catchThrowableOfType(RateLimitedException.class, () -> hasty.getWebhook(ID))
                  .retryAfter())
          .isEqualTo(Duration.ofSeconds(20));
    }
    assertThat(api.waits).isEmpty();
  }

  @Test
  void delaysGrowExponentiallyToABound() {
    Duration day = Duration.ofDays(1);
    RetryPolicy policy = new RetryPolicy(20, Clock.systemUTC(), () -> 0.5, (delay, call) -> {});
    assertThat(policy.delayBeforeRetry(0, null, day)).isEqualTo(Duration.ofMillis(250));
    assertThat(policy.delayBeforeRetry(3, null, day)).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.delayBeforeRetry(4, null, day)).isEqualTo(Duration.ofSeconds(4));
    assertThat(policy.delayBeforeRetry(19, null, day)).isEqualTo(Duration.ofSeconds(4));
    assertThat(policy.delayBeforeRetry(20, null, day)).isNull();
    assertThat(policy.delayBeforeRetry(0, null, Duration.ofMillis(250))).isNull();
    assertThat(policy.delayBeforeRetry(0, null, Duration.ofMillis(251))).isNotNull();
  }
}

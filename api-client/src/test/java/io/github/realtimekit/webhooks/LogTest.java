package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.TOKEN;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that log() writes; logging never changes the outcome of a call. */
@Isolated("Sets the default locale")
class LogTest {
  @AutoClose private final ApiServer api = new ApiServer();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Test
  void showsEachAttemptWithoutCredentials() {
    api.respond(500, "boom");
    api.respond(200, envelope(WEBHOOK), "Set-Cookie: a=b", "cf-ray: ray-1");
    try (WebhooksClient webhooks = api.builder().log(lines::add).build()) {
      webhooks.editWebhook(ID, WebhookPatch.builder().name("renamed").build());
    }
    assertThat(lines)
        .contains(
            "> PATCH " + api.server.url("/client/v4/accounts/acc/realtime/kit/app/webhooks/" + ID),
            "> Authorization: [hidden]",
            "> {\"name\":\"renamed\"}",
            "< boom",
            "< Set-Cookie: [hidden]",
            "< cf-ray: ray-1",
            "< " + envelope(WEBHOOK))
        .anyMatch(line -> line.matches("< 500 Server Error \\(\\d+ ms\\)"))
        .noneMatch(line -> line.contains(TOKEN));
  }

  @Test
  void showsTimeThatTheResponseTook() {
    api.respond(200, envelope(WEBHOOK));
    long start = System.nanoTime();
    try (WebhooksClient webhooks = api.builder().log(lines::add).build()) {
      webhooks.getWebhook(ID);
    }
    long most = Duration.ofNanos(System.nanoTime() - start).toMillis();
    String status = lines.stream().filter(line -> line.startsWith("< 200 ")).findFirst().get();
    assertThat(Long.parseLong(status.replaceFirst(".*\\((\\d+) ms\\)", "$1")))
        .isLessThanOrEqualTo(most);
  }

  @Test
  void hidesOtherCredentials() {
    api.respond(200, envelope(WEBHOOK));
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .header("CF-Access-Client-Secret", "hush")
                            .header("X-Auth-Key", "hush")
                            .header("X-Auth-User-Service-Key", "hush")
                            .header("Cookie", "session=hush")
                            .header("Proxy-Authorization", "Basic hush")
                            .build()))
            .build();
    try (WebhooksClient webhooks = api.builder().okHttpClient(http).log(lines::add).build()) {
      webhooks.getWebhook(ID);
    }
    assertThat(lines).noneMatch(line -> line.contains("hush"));
    assertThat(lines.stream().filter(line -> line.endsWith(": [hidden]"))).hasSize(6);
  }

  @Test
  void showsFailureWithoutResponse() {
    api.respond(SocketPolicy.DISCONNECT_AFTER_REQUEST);
    try (WebhooksClient webhooks = api.builder().maxRetries(0).log(lines::add).build()) {
      assertThatThrownBy(() -> webhooks.getWebhook(ID)).isInstanceOf(ConnectionException.class);
    }
    assertThat(lines)
        .last()
        .asString()
        .startsWith("< no response: java.io.IOException: unexpected");
  }

  @Test
  void bodyThatBreaksOffLeavesTheStatus() {
    api.respond(
        new MockResponse()
            .setResponseCode(409)
            .setBody("x".repeat(10_000))
            .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
    try (WebhooksClient webhooks = api.builder().log(lines::add).build()) {
      assertThat(catchThrowableOfType(ConflictException.class, () -> webhooks.getWebhook(ID)))
          .isNotNull();
    }
  }

  @Test
  void corruptGzipIsShownAsSuch() {
    api.respond(
        new MockResponse().addHeader("Content-Encoding", "gzip").setBody("not zipped at all"));
    try (WebhooksClient webhooks = api.builder().log(lines::add).build()) {
      assertThatThrownBy(() -> webhooks.getWebhook(ID))
          .isInstanceOf(InvalidResponseException.class);
    }
    assertThat(lines).last().asString().startsWith("< the body cannot be read: ");
  }

  /** A checked one as Kotlin throws it, and one that would call for a retry. */
  static List<Exception> failures() {
    String message = "the disk is full";
    return List.of(
        new IllegalStateException(message),
        new UnsupportedOperationException(message),
        new IOException(message));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void consumerThatThrowsIsReportedAndDoesNotFailTheCall(Exception failure) {
    List<LogRecord> reported = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger("io.github.realtimekit.webhooks");
    logger.setUseParentHandlers(false);
    logger.setFilter(reported::add);
    api.respond(200, envelope(WEBHOOK));
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient http = new OkHttpClient.Builder().connectionPool(pool).build();
    try (WebhooksClient webhooks =
        api.builder()
            .okHttpClient(http)
            .log(
                line -> {
                  LogTest.<RuntimeException>sneak(failure);
                })
            .build()) {
      assertThat(webhooks.getWebhook(ID).id()).isEqualTo(ID);
      assertThat(api.server.getRequestCount()).isOne();
    } finally {
      logger.setFilter(null);
      logger.setUseParentHandlers(true);
    }
    assertThat(reported)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.getThrown()).isSameAs(failure));
    assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
    pool.evictAll();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> void sneak(Exception failure) throws E {
    throw (E) failure;
  }

  @Test
  void errorOfTheConsumerEndsTheCall() {
    api.respond(200, envelope(WEBHOOK));
    try (WebhooksClient webhooks =
        api.builder()
            .log(
                line -> {
                  throw new NoClassDefFoundError("Appender");
                })
            .build()) {
      assertThatThrownBy(() -> webhooks.getWebhook(ID)).isInstanceOf(NoClassDefFoundError.class);
    }
    assertThat(api.server.getRequestCount()).isZero();
  }

  @Test
  void showsTheFirst4096CharactersOfABody() {
    String name = "n".repeat(5000);
    for (int length : new int[] {4096, 4097, 10_000}) {
      lines.clear();
      api.respond(400, "x".repeat(length));
      try (WebhooksClient webhooks = api.builder().log(lines::add).build()) {
        assertThatThrownBy(
                () -> webhooks.editWebhook(ID, WebhookPatch.builder().name(name).build()))
            .isInstanceOf(BadRequestException.class);
      }
      assertThat(lines)
          .contains("> " + ("{\"name\":\"" + name).substring(0, 4096))
          .contains("< " + "x".repeat(4096));
    }
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    api.respond(503, "", "Retry-After: 3600");
    try (WebhooksClient webhooks = api.builder().log(lines::add).build()) {
      assertThat(catchThrowableOfType(ServerException.class, () -> webhooks.getWebhook(ID)))
          .hasMessageContaining("status 503")
          .hasMessageContaining("3600 seconds");
    } finally {
      Locale.setDefault(before);
    }
    assertThat(lines).anyMatch(line -> line.matches("< 503 Server Error \\([0-9]+ ms\\)"));
  }
}

package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.UUID;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that {@code ensureWebhook} sends, whatever the app has already. */
class EnsureWebhookTest {
  private static final String LIST = "GET /client/v4/accounts/acc/realtime/kit/app/webhooks";
  private static final String ONE = "/client/v4/accounts/acc/realtime/kit/app/webhooks/" + ID;
  private static final String CREATE = "POST /client/v4/accounts/acc/realtime/kit/app/webhooks";
  private static final String NOT_FOUND = "{\"success\":false,\"error\":{\"code\":404}}";
  private static final String CONFLICT = "{\"success\":false,\"error\":{\"code\":409}}";
  private static final String NONE = envelope("[]");
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder()
          .name("All events webhook")
          .url(URI.create("https://example.com/hooks"))
          .events(EventType.RECORDING_STATUS_UPDATE, EventType.MEETING_STARTED)
          .build();

  @AutoClose private final ApiServer api = new ApiServer().failingFast();
  @AutoClose private final WebhooksClient webhooks = api.client();

  private static String list(String... webhooks) {
    return envelope("[" + String.join(",", webhooks) + "]");
  }

  private Webhook ensure() {
    return webhooks.ensureWebhook(REQUEST);
  }

  private void assertSent(String... lines) {
    assertThat(api.server.getRequestCount()).isEqualTo(lines.length);
    for (String line : lines) {
      RecordedRequest request = api.request();
      assertThat(request.getMethod() + " " + request.getPath()).isEqualTo(line);
    }
  }

  private void assertPatch(String body) {
    assertThat(api.request().getPath()).isEqualTo(LIST.substring(4));
    RecordedRequest patch = api.request();
    assertThat(patch.getMethod() + " " + patch.getPath()).isEqualTo("PATCH " + ONE);
    assertThat(patch.getBody().readUtf8()).isEqualTo(body);
  }

  @Test
  void createsWhatIsNotThere() {
    api.respond(404, NOT_FOUND).respond(201, envelope(WEBHOOK));

    assertThat(ensure().id()).isEqualTo(ID);
    assertSent(LIST, CREATE);
  }

  @Test
  void sendsNothingIfNothingDiffers() {
    api.respond(200, list(WEBHOOK));

    assertThat(ensure().id()).isEqualTo(ID);
    assertSent(LIST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hooks/",
        "HTTPS://Example.COM/hooks",
        "https://example.com:443/hooks"
      })
  void findsItsUrlInAnotherSpelling(String url) {
    api.respond(200, list(WEBHOOK.replace("https://example.com/hooks", url)));

    assertThat(ensure().url()).hasToString(url);
    assertSent(LIST);
  }

  @Test
  void findsItsUrlWithoutAPath() {
    api.respond(200, list(WEBHOOK.replace("https://example.com/hooks", "https://example.com")));

    URI url = URI.create("https://example.com/");
    assertThat(webhooks.ensureWebhook(REQUEST.toBuilder().url(url).build()).id()).isEqualTo(ID);
    assertSent(LIST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hooks/2",
        "https://example.com/Hooks",
        "https://example.com:8443/hooks",
        "http://example.com/hooks",
        "https://example.com/hooks?a=1",
        "mailto:hooks@example.com"
      })
  void createsBesideAnotherUrl(String url) {
    api.respond(200, list(WEBHOOK.replace("https://example.com/hooks", url)))
        .respond(201, envelope(WEBHOOK));

    ensure();
    assertSent(LIST, CREATE);
  }

  @Test
  void prefersTheUrlInTheSameSpelling() {
    String withSlash =
        WEBHOOK
            .replace(ID.toString(), UUID.randomUUID().toString())
            .replace("/hooks", "/hooks/")
            .replace("All events webhook", "other");
    api.respond(200, list(withSlash, WEBHOOK));

    assertThat(ensure().id()).isEqualTo(ID);
    assertSent(LIST);
  }

  @Test
  void ignoresWebhooksOfOthersWhateverTheyLookLike() {
    api.respond(
        200,
        list(
            "{}",
            "{\"id\":\"room\",\"url\":null}",
            "{\"url\":\"https://example.com/{not a URL}\",\"created_at\":\"once\"}",
            "{\"url\":\"https://example.com/other\",\"name\":null}",
            WEBHOOK));

    assertThat(ensure().id()).isEqualTo(ID);
    assertSent(LIST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "All events webhook" | "old" | {"name":"All events webhook"}
          "recording.statusUpdate" | "meeting.ended" | {"events":["recording.statusUpdate","meeting.started"]}
          "enabled":true | "enabled":false | {"enabled":true}
          """)
  void sendsOnlyTheFieldThatDiffers(String wanted, String existing, String patch) {
    api.respond(200, list(WEBHOOK.replace(wanted, existing))).respond(200, envelope(WEBHOOK));

    webhooks.ensureWebhook(REQUEST.toBuilder().enabled(true).build());
    assertPatch(patch);
  }

  @Test
  void leavesEnabledAloneUnlessItIsRequested() {
    api.respond(200, list(WEBHOOK.replace("\"enabled\":true", "\"enabled\":false")));

    assertThat(ensure().enabled()).isFalse();
    assertSent(LIST);
  }

  @Test
  void getsTheWebhookAfterAPartialResponseToTheEdit() {
    api.respond(200, list(WEBHOOK.replace("All events webhook", "old")))
        .respond(200, envelope("{\"name\":\"All events webhook\"}"))
        .respond(200, envelope(WEBHOOK));

    assertThat(ensure().missingFields()).isEmpty();
    assertSent(LIST, "PATCH " + ONE, "GET " + ONE);
  }

  @Test
  void getsTheWebhookAfterAPartialResponseToThePost() {
    api.respond(200, NONE)
        .respond(201, envelope("{\"id\":\"" + ID + "\"}"))
        .respond(200, envelope(WEBHOOK));

    assertThat(ensure().missingFields()).isEmpty();
    assertSent(LIST, CREATE, "GET " + ONE);
  }

  @Test
  void getsAWebhookThatTheListShowsInPart() {
    api.respond(200, list("{\"id\":\"" + ID + "\",\"url\":\"https://example.com/hooks\"}"))
        .respond(200, envelope(WEBHOOK));

    assertThat(ensure().name()).isEqualTo("All events webhook");
    assertSent(LIST, "GET " + ONE);
  }

  @Test
  void replacesItsOwnFieldThatCannotBeRead() {
    String broken = WEBHOOK.replace("\"name\":\"All events webhook\",", "");
    api.respond(200, list(broken)).respond(200, envelope(broken)).respond(200, envelope(WEBHOOK));

    assertThat(ensure().name()).isEqualTo("All events webhook");
    assertSent(LIST, "GET " + ONE, "PATCH " + ONE);
  }

  @Test
  void createsAgainWhatIsDeletedBeforeTheEdit() {
    api.respond(200, list(WEBHOOK.replace("All events webhook", "old")))
        .respond(404, NOT_FOUND)
        .respond(201, envelope(WEBHOOK));

    assertThat(ensure().id()).isEqualTo(ID);
    assertSent(LIST, "PATCH " + ONE, CREATE);
  }

  @Test
  void createsAgainWhatIsDeletedAfterTheEdit() {
    api.respond(200, list(WEBHOOK.replace("All events webhook", "old")))
        .respond(200, envelope("{}"))
        .respond(404, NOT_FOUND)
        .respond(201, envelope(WEBHOOK));

    assertThat(ensure().id()).isEqualTo(ID);
    assertSent(LIST, "PATCH " + ONE, "GET " + ONE, CREATE);
  }

  @Test
  void throwsIfWhatItCreatedIsNotFound() {
    api.respond(200, NONE)
        .respond(201, envelope("{\"id\":\"" + ID + "\"}"))
        .respond(404, NOT_FOUND)
        .respond(200, NONE);

    NotFoundException e = catchThrowableOfType(NotFoundException.class, this::ensure);
    assertThat(e.operation()).isEqualTo("getWebhook");
    assertSent(LIST, CREATE, "GET " + ONE);
  }

  @Test
  void editsWhatAnotherReplicaCreatesMeanwhile() {
    api.respond(200, NONE)
        .respond(409, CONFLICT)
        .respond(200, list(WEBHOOK.replace("All events webhook", "theirs")))
        .respond(200, envelope(WEBHOOK));

    assertThat(ensure().name()).isEqualTo("All events webhook");
    assertSent(LIST, CREATE, LIST, "PATCH " + ONE);
  }

  @Test
  void throwsAConflictThatNoWebhookExplains() {
    api.respond(200, NONE).respond(409, CONFLICT).respond(200, NONE);

    assertThatThrownBy(this::ensure).isInstanceOf(ConflictException.class);
    assertSent(LIST, CREATE, LIST);
  }

  @Test
  void findsWhatAServerErrorStoredAllTheSame() {
    api.respond(200, NONE).respond(500, "").respond(200, list(WEBHOOK));

    assertThat(ensure().id()).isEqualTo(ID);
    assertSent(LIST, CREATE, LIST);
  }

  @Test
  void findsWhatALostConnectionStoredAllTheSame() {
    api.respond(200, NONE)
        .respond(SocketPolicy.DISCONNECT_AFTER_REQUEST)
        .respond(200, list(WEBHOOK));

    assertThat(ensure().id()).isEqualTo(ID);
    assertSent(LIST, CREATE, LIST);
  }

  @Test
  void throwsTheServerErrorThatStoredNothing() {
    api.respond(200, NONE).respond(500, "").respond(200, NONE);

    ServerException e = catchThrowableOfType(ServerException.class, this::ensure);
    assertThat(e.operation()).isEqualTo("createWebhook");
    assertThat(e.outcomeUnknown()).isTrue();
    assertSent(LIST, CREATE, LIST);
  }

  @Test
  void throwsTheServerErrorIfTheListFailsToo() {
    api.respond(200, NONE).respond(500, "").respond(403, "");

    ServerException e = catchThrowableOfType(ServerException.class, this::ensure);
    assertThat(e.operation()).isEqualTo("createWebhook");
    assertThat(e.getSuppressed()).hasOnlyElementsOfType(ForbiddenException.class).hasSize(1);
    assertSent(LIST, CREATE, LIST);
  }

  @Test
  void throwsABadRequestAtOnce() {
    api.respond(200, NONE).respond(400, "{\"success\":false,\"error\":{\"code\":400}}");

    assertThatThrownBy(this::ensure).isInstanceOf(BadRequestException.class);
    assertSent(LIST, CREATE);
  }
}

package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;

/** Properties of every model, event type and response. */
@Tag("slow")
class PropertiesTest {
  private static final Moshi MOSHI = new Moshi.Builder().add(new ModelAdapters()).build();
  private static final ApiServer API = new ApiServer();
  private static final WebhooksClient WEBHOOKS = API.builder().maxRetries(0).build();

  @AfterContainer
  static void stop() {
    WEBHOOKS.close();
    API.close();
  }

  @Property
  void webhookSurvivesEncodeAndDecode(@ForAll("webhooks") Webhook webhook) throws IOException {
    JsonAdapter<Webhook> json = MOSHI.adapter(Webhook.class);
    assertThat(json.fromJson(json.toJson(webhook))).isEqualTo(webhook);
  }

  @Property
  void requestsAndEnvelopesSurviveEncodeAndDecode(@ForAll("webhooks") Webhook webhook)
      throws IOException {
    WebhookRequest request =
        WebhookRequest.builder()
            .name(webhook.name())
            .url(webhook.url())
            .events(webhook.events())
            .build();
    JsonAdapter<WebhookRequest> requests = MOSHI.adapter(WebhookRequest.class);
    assertThat(requests.fromJson(requests.toJson(request)))
        .isEqualTo(request)
        .hasSameHashCodeAs(request);
    WebhookResponse envelope = WebhookResponse.builder().data(webhook).success(true).build();
    JsonAdapter<WebhookResponse> envelopes = MOSHI.adapter(WebhookResponse.class);
    assertThat(envelopes.fromJson(envelopes.toJson(envelope)))
        .isEqualTo(envelope)
        .isNotEqualTo(envelope.toBuilder().success(false).build());
  }

  @Property
  void anyStringSurvivesAsAnEvent(@ForAll @Size(max = 5) List<String> values) throws Exception {
    List<EventType> events = values.stream().map(EventType::of).toList();
    JsonAdapter<WebhookPatch> json = MOSHI.adapter(WebhookPatch.class);
    String sent = json.toJson(WebhookPatch.builder().events(events).build());
    API.respond(200, ApiServer.envelope(sent));
    assertThat(WEBHOOKS.getWebhook(ID).events()).extracting(EventType::value).isEqualTo(values);
  }

  @Property
  void eventsAreWrittenAsMoshiWritesStrings(@ForAll @Size(max = 5) List<String> values) {
    JsonAdapter<WebhookPatch> json = MOSHI.adapter(WebhookPatch.class);
    WebhookPatch patch =
        WebhookPatch.builder().events(values.stream().map(EventType::of).toList()).build();
    Map<String, Object> expected = Map.of("events", values);
    JsonAdapter<Object> strings = MOSHI.adapter(Object.class);
    assertThat(json.toJson(patch)).isEqualTo(strings.toJson(expected));
    assertThat(json.indent(" ").toJson(patch)).isEqualTo(strings.indent(" ").toJson(expected));
    assertThat(json.toJsonValue(patch)).isEqualTo(strings.toJsonValue(expected));
  }

  @Property
  void randomBytesEndInAnExceptionOfThisClient(
      @ForAll byte[] body, @ForAll @IntRange(min = 200, max = 599) int status) {
    assertExceptionOfThisClient(status, new Buffer().write(body));
  }

  @Property
  void cutResponsesEndInAnExceptionOfThisClient(
      @ForAll("webhooks") Webhook webhook, @ForAll double at) {
    String whole = ApiServer.envelope(MOSHI.adapter(Webhook.class).toJson(webhook));
    int length = (int) (Math.abs(at % 1) * (whole.length() - 1));
    assertExceptionOfThisClient(200, new Buffer().writeUtf8(whole.substring(0, length)));
  }

  private static void assertExceptionOfThisClient(int status, Buffer body) {
    boolean hasBody = status != 204 && status != 205 && status != 304;
    API.respond(new MockResponse().setResponseCode(status).setBody(hasBody ? body : new Buffer()));
    assertThat(catchThrowable(() -> WEBHOOKS.getWebhook(ID)))
        .isInstanceOf(RealtimeKitException.class);
  }

  @Provide
  Arbitrary<Webhook> webhooks() {
    Arbitrary<Instant> instants =
        Combinators.combine(
                Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
                Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);
    Arbitrary<URI> urls =
        Arbitraries.strings().ofMaxLength(20).map(path -> uri("https", "example.com", "/" + path));
    Arbitrary<List<EventType>> events =
        Arbitraries.oneOf(
                Arbitraries.of(EventType.known()), Arbitraries.strings().map(EventType::of))
            .list()
            .ofMaxSize(12);
    return Combinators.combine(
            Arbitraries.create(UUID::randomUUID),
            instants,
            Arbitraries.of(true, false),
            events,
            Arbitraries.strings(),
            instants,
            urls)
        .as(
            (id, created, enabled, all, name, updated, url) ->
                sample()
                    .id(id)
                    .createdAt(created)
                    .enabled(enabled)
                    .events(all)
                    .name(name)
                    .updatedAt(updated)
                    .url(url)
                    .build());
  }

  /** Returns a builder with all required fields, those that this test does not set, too. */
  private static Webhook.Builder sample() {
    try {
      return requireNonNull(MOSHI.adapter(Webhook.class).fromJson(ApiServer.WEBHOOK)).toBuilder();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI uri(String scheme, String host, String path) {
    try {
      return new URI(scheme, host, path, null);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}

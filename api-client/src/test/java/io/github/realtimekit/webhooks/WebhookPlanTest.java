package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.realtimekit.webhooks.WebhookPlan.Action;
import io.github.realtimekit.webhooks.WebhookPlan.Step;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Differences that a plan finds, and the requests that it sends for them. */
class WebhookPlanTest {
  private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID TWO = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final String CONFLICT = "{\"success\":false,\"error\":{\"code\":409}}";

  private final ApiServer api = new ApiServer();
  private final WebhooksClient webhooks = api.client();

  @AfterEach
  void close() {
    webhooks.close();
    api.close();
  }

  private static String webhook(UUID id, String name, String path) {
    return """
        {"id":"%s","name":"%s","url":"https://example.com/%s","enabled":true,
        "events":["meeting.started","meeting.ended"],
        "created_at":"2022-05-28T07:01:53Z","updated_at":"2022-05-28T07:01:53Z"}"""
        .formatted(id, name, path);
  }

  private static WebhookRequest request(String name, String path) {
    return WebhookRequest.builder()
        .name(name)
        .url(URI.create("https://example.com/" + path))
        .events(EventType.MEETING_ENDED, EventType.MEETING_STARTED)
        .build();
  }

  private WebhookPlan plan(WebhookPlan.Builder builder, String... existing) {
    api.respond(200, envelope("[" + String.join(",", existing) + "]"));
    WebhookPlan plan = builder.plan(webhooks);
    assertThat(api.request().getMethod()).isEqualTo("GET");
    return plan;
  }

  private List<Action> apply(WebhookPlan plan) {
    List<Action> applied = new ArrayList<>();
    plan.apply(webhooks, step -> applied.add(step.action()));
    return applied;
  }

  @Test
  void keepsAWebhookWhoseEventsAreTheSameSet() {
    WebhookPlan plan =
        plan(WebhookPlan.builder().webhook(request("a", "1")), webhook(ONE, "a", "1"));

    assertThat(plan.isDone()).isTrue();
    assertThat(plan.steps()).extracting(Step::action).containsExactly(Action.KEEP);
    assertThat(apply(plan)).isEmpty();
    assertThat(api.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void sendsOnlyTheFieldsThatDiffer() {
    WebhookPlan plan =
        plan(
            WebhookPlan.builder()
                .webhook(request("a", "1").toBuilder().enabled(false).build())
                .webhook(TWO, request("b", "new")),
            webhook(ONE, "a", "1"),
            webhook(TWO, "b", "2"));
    api.respond(200, envelope(webhook(ONE, "a", "1"))).respond(200, envelope("{}"));

    assertThat(plan.isDone()).isFalse();
    assertThat(apply(plan)).containsExactly(Action.EDIT, Action.EDIT);
    assertSent("PATCH", ONE.toString(), "{\"enabled\":false}");
    assertSent("PATCH", TWO.toString(), "{\"url\":\"https://example.com/new\"}");
  }

  private void assertSent(String method, String pathEnd, String body) {
    RecordedRequest request = api.request();
    assertThat(request.getMethod()).isEqualTo(method);
    assertThat(request.getUrl().encodedPath()).endsWith(pathEnd);
    assertThat(request.getBody() == null ? "" : request.getBody().utf8()).isEqualTo(body);
  }

  @Test
  void leavesAWebhookThatAnIdNamesToTheId() {
    WebhookPlan plan =
        plan(
            WebhookPlan.builder().webhook(request("b", "1")).webhook(ONE, request("a", "2")),
            webhook(ONE, "a", "1"));

    assertThat(plan.steps())
        .extracting(Step::action, Step::name)
        .containsExactly(tuple(Action.CREATE, "b"), tuple(Action.EDIT, "a"));
  }

  @Test
  void movesTheOneOfTheSameNameOnlyIfAdopted() {
    WebhookPlan.Builder builder = WebhookPlan.builder().webhook(request("a", "new"));
    WebhookPlan proposed = plan(builder, webhook(ONE, "a", "old"));

    assertThat(proposed.unadoptedMoves()).hasSize(1);
    assertThatThrownBy(() -> proposed.apply(webhooks))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The webhook 'a' would move from https://example.com/old to https://example.com/new:"
                + " adopt it, or choose another name");
    assertThat(api.server.getRequestCount()).isEqualTo(1);

    WebhookPlan adopted = plan(builder.adopt(true), webhook(ONE, "a", "old"));
    api.respond(200, envelope("{}"));
    assertThat(apply(adopted)).containsExactly(Action.MOVE);
    assertSent("PATCH", ONE.toString(), "{\"url\":\"https://example.com/new\"}");
  }

  @Test
  void createsIfTheOnlyOtherHasAnotherName() {
    WebhookPlan plan =
        plan(WebhookPlan.builder().webhook(request("a", "1")), webhook(ONE, "b", "2"));

    assertThat(plan.steps()).extracting(Step::action).containsExactly(Action.CREATE);
  }

  @Test
  void createsIfSeveralHaveTheSameName() {
    WebhookPlan plan =
        plan(
            WebhookPlan.builder().webhook(request("a", "3")),
            webhook(ONE, "a", "1"),
            webhook(TWO, "a", "2"));

    assertThat(plan.steps()).extracting(Step::action).containsExactly(Action.CREATE);
  }

  @Test
  void deletesOnlyWhatHasThePrefixAndWasNotAdded() {
    WebhookPlan plan =
        plan(
            WebhookPlan.builder().webhook(request("stage a", "1")).prunePrefix("stage "),
            webhook(ONE, "stage a", "1"),
            webhook(TWO, "stage b", "2"),
            webhook(UUID.randomUUID(), "other", "3"));
    api.respond(404, "{\"success\":false,\"error\":{\"code\":404}}");

    assertThat(apply(plan)).containsExactly(Action.DELETE);
    assertSent("DELETE", TWO.toString(), "");
    assertThatThrownBy(() -> WebhookPlan.builder().prunePrefix(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnUnknownIdAndTheSameUrlTwice() {
    assertThatThrownBy(() -> plan(WebhookPlan.builder().webhook(TWO, request("a", "1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TWO.toString());
    assertThatThrownBy(
            () ->
                WebhookPlan.builder()
                    .webhook(request("a", "1"))
                    .webhook(request("b", "1"))
                    .plan(webhooks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://example.com/1");
  }

  @Test
  void ensuresAWebhookByCreatingIt() {
    api.respond(200, envelope("[]")).respond(201, envelope(webhook(ONE, "a", "1")));

    assertThat(WebhookPlan.ensureWebhook(webhooks, request("a", "1")).id()).isEqualTo(ONE);
    assertThat(api.request().getMethod()).isEqualTo("GET");
    assertThat(api.request().getMethod()).isEqualTo("POST");
  }

  @Test
  void ensuresAWebhookThatAnotherReplicaCreatesMeanwhile() {
    String other = webhook(TWO, "other", "2");
    api.respond(200, envelope("[" + other + "]"))
        .respond(409, CONFLICT)
        .respond(200, envelope("[" + other + "," + webhook(ONE, "theirs", "1") + "]"))
        .respond(200, envelope("{\"id\":\"" + ONE + "\"}"))
        .respond(200, envelope(webhook(ONE, "a", "1")));

    Webhook ensured = WebhookPlan.ensureWebhook(webhooks, request("a", "1"));

    assertThat(ensured.name()).as("read again after the partial response").isEqualTo("a");
    assertThat(api.request().getMethod()).isEqualTo("GET");
    assertThat(api.request().getMethod()).isEqualTo("POST");
    assertThat(api.request().getMethod()).isEqualTo("GET");
    assertSent("PATCH", ONE.toString(), "{\"name\":\"a\"}");
  }

  @Test
  void tellsOfAConflictThatNoWebhookExplains() {
    api.respond(200, envelope("[]")).respond(409, CONFLICT).respond(200, envelope("[]"));

    assertThatThrownBy(() -> WebhookPlan.ensureWebhook(webhooks, request("a", "1")))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void ensureSendsNothingIfNothingDiffers() {
    api.respond(200, envelope("[" + webhook(ONE, "a", "1") + "]"));

    assertThat(WebhookPlan.ensureWebhook(webhooks, request("a", "1")).id()).isEqualTo(ONE);
    assertThat(api.server.getRequestCount()).isEqualTo(1);
  }
}

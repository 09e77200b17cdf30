package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.CannedApi.Reply;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Action;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Step;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Differences that a plan finds, and the requests that it sends for them. */
class WebhookPlanTest {
  private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID TWO = UUID.fromString("00000000-0000-0000-0000-000000000002");

  /** A plan and what came of it. */
  private record Outcome(WebhookPlan plan, List<Action> applied, List<String> sent) {}

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

  private static WebhookPlan plan(WebhookPlan.Builder builder, String... existing)
      throws IOException {
    return run(builder, false, existing).plan();
  }

  private static Outcome apply(WebhookPlan.Builder builder, String... existing) throws IOException {
    return run(builder, true, existing);
  }

  private static Outcome run(WebhookPlan.Builder builder, boolean apply, String... existing)
      throws IOException {
    String list = "{\"success\":true,\"data\":[" + String.join(",", existing) + "]}";
    try (CannedApi api =
            CannedApi.replying(
                new Reply(200, Map.of(), list),
                new Reply(200, Map.of(), "{\"success\":true,\"data\":{}}"));
        WebhooksClient webhooks =
            WebhooksClient.builder()
                .apiToken("test-token")
                .baseUrl(api.url())
                .accountId("account")
                .appId("app")
                .build()) {
      WebhookPlan plan = builder.plan(webhooks);
      List<Action> applied = new ArrayList<>();
      if (apply) {
        plan.apply(webhooks, step -> applied.add(step.action()));
      }
      List<String> sent =
          api.requests().stream()
              .skip(1)
              .map(
                  request ->
                      request.method()
                          + request.target().replaceFirst(".*/webhooks/?", " ")
                          + " "
                          + request.body())
              .toList();
      return new Outcome(plan, applied, sent);
    }
  }

  @Test
  void keepsAWebhookWhoseEventsAreTheSameSet() throws IOException {
    Outcome outcome =
        apply(WebhookPlan.builder().webhook(request("a", "1")), webhook(ONE, "a", "1"));

    assertThat(outcome.plan().isDone()).isTrue();
    assertThat(outcome.plan().steps()).extracting(Step::action).containsExactly(Action.KEEP);
    assertThat(outcome.applied()).isEmpty();
    assertThat(outcome.sent()).isEmpty();
  }

  @Test
  void sendsOnlyTheFieldsThatDiffer() throws IOException {
    Outcome outcome =
        apply(
            WebhookPlan.builder()
                .webhook(request("a", "1").toBuilder().enabled(false).build())
                .webhook(TWO, request("b", "new")),
            webhook(ONE, "a", "1"),
            webhook(TWO, "b", "2"));

    assertThat(outcome.plan().isDone()).isFalse();
    assertThat(outcome.applied()).containsExactly(Action.EDIT, Action.EDIT);
    assertThat(outcome.sent())
        .containsExactly(
            "PATCH " + ONE + " {\"enabled\":false}",
            "PATCH " + TWO + " {\"url\":\"https://example.com/new\"}");
  }

  @Test
  void leavesAWebhookThatAnIdNamesToTheId() throws IOException {
    WebhookPlan plan =
        plan(
            WebhookPlan.builder().webhook(request("b", "1")).webhook(ONE, request("a", "2")),
            webhook(ONE, "a", "1"));

    assertThat(plan.steps())
        .extracting(Step::action, Step::name)
        .containsExactly(tuple(Action.CREATE, "b"), tuple(Action.EDIT, "a"));
  }

  @Test
  void movesTheOneOfTheSameNameOnlyIfAdopted() throws IOException {
    WebhookPlan.Builder builder = WebhookPlan.builder().webhook(request("a", "new"));

    assertThat(plan(builder, webhook(ONE, "a", "old")).unadoptedMoves()).hasSize(1);
    assertThatThrownBy(() -> apply(builder, webhook(ONE, "a", "old")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The webhook 'a' would move from https://example.com/old to https://example.com/new:"
                + " adopt it, or choose another name");

    Outcome adopted = apply(builder.adopt(true), webhook(ONE, "a", "old"));
    assertThat(adopted.applied()).containsExactly(Action.MOVE);
    assertThat(adopted.sent())
        .containsExactly("PATCH " + ONE + " {\"url\":\"https://example.com/new\"}");
  }

  @Test
  void createsIfTheOnlyOtherHasAnotherName() throws IOException {
    WebhookPlan plan =
        plan(WebhookPlan.builder().webhook(request("a", "1")), webhook(ONE, "b", "2"));

    assertThat(plan.steps()).extracting(Step::action).containsExactly(Action.CREATE);
  }

  @Test
  void createsIfSeveralHaveTheSameName() throws IOException {
    WebhookPlan plan =
        plan(
            WebhookPlan.builder().webhook(request("a", "3")),
            webhook(ONE, "a", "1"),
            webhook(TWO, "a", "2"));

    assertThat(plan.steps()).extracting(Step::action).containsExactly(Action.CREATE);
  }

  @Test
  void deletesOnlyWhatHasThePrefixAndWasNotAdded() throws IOException {
    Outcome outcome =
        apply(
            WebhookPlan.builder().webhook(request("stage a", "1")).prunePrefix("stage "),
            webhook(ONE, "stage a", "1"),
            webhook(TWO, "stage b", "2"),
            webhook(UUID.randomUUID(), "other", "3"));

    assertThat(outcome.applied()).containsExactly(Action.DELETE);
    assertThat(outcome.sent()).containsExactly("DELETE " + TWO + " ");
    assertThatThrownBy(() -> WebhookPlan.builder().prunePrefix(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnUnknownIdAndTheSameUrlTwice() {
    assertThatThrownBy(() -> plan(WebhookPlan.builder().webhook(TWO, request("a", "1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TWO.toString());
    assertThatThrownBy(
            () -> plan(WebhookPlan.builder().webhook(request("a", "1")).webhook(request("b", "1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://example.com/1");
  }
}

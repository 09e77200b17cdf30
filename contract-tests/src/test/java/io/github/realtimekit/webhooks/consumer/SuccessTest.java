package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.Interaction.URL;
import static io.github.realtimekit.webhooks.consumer.Interaction.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each operation sends when all is well, and what the client reads of the answer. */
class SuccessTest {
  private static final Map<String, ?> ID = Map.of("webhookId", WEBHOOK.toString());
  private static final Map<String, ?> ID_AND_URL =
      Map.of("webhookId", WEBHOOK.toString(), "url", URL);
  private static final String EVERY_FIELD =
      """
      {"name":"every field","url":"%s","events":["meeting.started","meeting.ended"],"enabled":false}"""
          .formatted(URL);
  private static final String REQUIRED_FIELDS =
      """
      {"name":"required fields","url":"%s","events":["meeting.started"]}"""
          .formatted(URL);

  @Test
  void listWebhooks200() {
    new Interaction("listWebhooks", 200, "all webhooks of the app")
        .given("a webhook exists", ID)
        .sends("GET", null)
        .answers(Answers.list())
        .withIdAt("$.data[0].id")
        .play(client -> assertThat(client.listWebhooks()).containsExactly(Answers.WEBHOOK));
  }

  @Test
  void listWebhooks404() {
    new Interaction("listWebhooks", 404, "an app without webhooks")
        .given("the app has no webhooks", Map.of())
        .sends("GET", null)
        .answers(Answers.noWebhooks())
        .play(client -> assertThat(client.listWebhooks()).isEmpty());
  }

  @Test
  void createWebhook201EveryField() {
    new Interaction("createWebhook", 201, "every field given")
        .given("no webhook has the URL", Map.of("url", URL))
        .sends("POST", EVERY_FIELD)
        .answers(Answers.webhook())
        .play(client -> assertThat(client.createWebhook(everyField())).isEqualTo(Answers.WEBHOOK));
  }

  @Test
  void createWebhook201RequiredFields() {
    new Interaction("createWebhook", 201, "only the required fields given")
        .given("no webhook has the URL", Map.of("url", URL))
        .sends("POST", REQUIRED_FIELDS)
        .answers(Answers.webhookSwitchedOn())
        .play(client -> assertThat(client.createWebhook(requiredFields())).isEqualTo(switchedOn()));
  }

  @Test
  void getWebhook200() {
    new Interaction("getWebhook", 200, "one webhook")
        .given("a webhook exists", ID)
        .sends("GET", WEBHOOK, null)
        .answers(Answers.webhook())
        .withIdAt("$.data.id")
        .play(client -> assertThat(client.getWebhook(WEBHOOK)).isEqualTo(Answers.WEBHOOK));
  }

  @Test
  void replaceWebhook200EveryField() {
    new Interaction("replaceWebhook", 200, "every field given")
        .given("a webhook exists", ID_AND_URL)
        .sends("PUT", WEBHOOK, EVERY_FIELD)
        .answers(Answers.webhook())
        .withIdAt("$.data.id")
        .play(
            client ->
                assertThat(client.replaceWebhook(WEBHOOK, everyField()))
                    .isEqualTo(Answers.WEBHOOK));
  }

  @Test
  void replaceWebhook200RequiredFields() {
    new Interaction("replaceWebhook", 200, "only the required fields given")
        .given("a webhook exists", ID_AND_URL)
        .sends("PUT", WEBHOOK, REQUIRED_FIELDS)
        .answers(Answers.webhookSwitchedOn())
        .withIdAt("$.data.id")
        .play(
            client ->
                assertThat(client.replaceWebhook(WEBHOOK, requiredFields()))
                    .isEqualTo(switchedOn()));
  }

  @Test
  void editWebhook200EveryField() {
    new Interaction("editWebhook", 200, "every field given")
        .given("a webhook exists", ID_AND_URL)
        .sends("PATCH", WEBHOOK, EVERY_FIELD)
        .answers(Answers.webhook())
        .withIdAt("$.data.id")
        .play(
            client ->
                assertThat(
                        client.editWebhook(
                            WEBHOOK,
                            WebhookPatch.builder()
                                .name("every field")
                                .url(URI.create(URL))
                                .events(EventType.MEETING_STARTED, EventType.MEETING_ENDED)
                                .enabled(false)
                                .build()))
                    .isEqualTo(Answers.WEBHOOK));
  }

  /** What was not set is not sent, or an edit would switch the webhook on or off unasked. */
  @Test
  void editWebhook200OneField() {
    new Interaction("editWebhook", 200, "only the name given")
        .given("a webhook exists", ID)
        .sends("PATCH", WEBHOOK, "{\"name\":\"renamed\"}")
        .answers(Answers.webhook())
        .withIdAt("$.data.id")
        .play(
            client ->
                assertThat(
                        client.editWebhook(WEBHOOK, WebhookPatch.builder().name("renamed").build()))
                    .isEqualTo(Answers.WEBHOOK));
  }

  @Test
  void deleteWebhook200() {
    new Interaction("deleteWebhook", 200, "the webhook that is gone")
        .given("a webhook exists", ID)
        .sends("DELETE", WEBHOOK, null)
        .answers(Answers.webhook())
        .withIdAt("$.data.id")
        .play(client -> assertThat(client.deleteWebhook(WEBHOOK)).isEqualTo(Answers.WEBHOOK));
  }

  private static WebhookRequest everyField() {
    return WebhookRequest.builder()
        .name("every field")
        .url(URI.create(URL))
        .events(EventType.MEETING_STARTED, EventType.MEETING_ENDED)
        .enabled(false)
        .build();
  }

  private static WebhookRequest requiredFields() {
    return WebhookRequest.builder()
        .name("required fields")
        .url(URI.create(URL))
        .events(EventType.MEETING_STARTED)
        .build();
  }

  private static Webhook switchedOn() {
    return Answers.WEBHOOK.toBuilder().enabled(true).build();
  }
}

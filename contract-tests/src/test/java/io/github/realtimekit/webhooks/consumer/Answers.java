package io.github.realtimekit.webhooks.consumer;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import java.net.URI;
import java.time.Instant;

/** The bodies of answers: what the client reads of each, by matchers. */
final class Answers {
  /** What the client must make of {@link #webhook()} and of each entry of {@link #list()}. */
  static final Webhook WEBHOOK =
      Webhook.builder()
          .id(Interaction.WEBHOOK)
          .createdAt(Instant.parse("2022-05-28T07:01:53.075Z"))
          .enabled(false)
          .events(EventType.MEETING_STARTED)
          .name("All events webhook")
          .updatedAt(Instant.parse("2022-05-29T08:02:54.086Z"))
          .url(URI.create(Interaction.URL))
          .build();

  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final String DATE_TIME =
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";
  private static final String ABSOLUTE_URI = "[A-Za-z][A-Za-z0-9+.-]*:\\S+";

  private Answers() {}

  static DslPart webhook() {
    PactDslJsonBody data = envelope().object("data");
    return fields(data).booleanType("enabled", false).closeObject();
  }

  /** For a request that left {@code enabled} out, which the spec's default then decides. */
  static DslPart webhookSwitchedOn() {
    PactDslJsonBody data = envelope().object("data");
    return fields(data).booleanValue("enabled", true).closeObject();
  }

  static DslPart list() {
    PactDslJsonBody entry = envelope().minArrayLike("data", 1);
    return fields(entry).booleanType("enabled", false).closeObject().closeArray();
  }

  /** By its code the client tells an app without webhooks from any other 404: so no matcher. */
  static DslPart noWebhooks() {
    return new PactDslJsonBody()
        .object("error")
        .numberValue("code", 404)
        .stringType("message", "No webhooks found")
        .closeObject();
  }

  /** The envelope of RealtimeKit. */
  static DslPart error(int code, String message) {
    return new PactDslJsonBody()
        .object("error")
        .integerType("code", code)
        .stringType("message", message)
        .closeObject();
  }

  /** The envelope of the platform's edge. */
  static DslPart edgeError(int code, String message) {
    return new PactDslJsonBody()
        .minArrayLike("errors", 0, 1)
        .integerType("code", code)
        .stringType("message", message)
        .closeObject()
        .closeArray();
  }

  /** Documented as one JSON string; all that the client reads of it is the word. */
  static DslPart unauthorized(String documented) {
    return PactDslJsonRootValue.stringMatcher("[\\s\\S]*Unauthorized[\\s\\S]*", documented);
  }

  /** A false here is an error, whatever the status: so no matcher. */
  private static PactDslJsonBody envelope() {
    return new PactDslJsonBody().booleanValue("success", true);
  }

  private static PactDslJsonBody fields(PactDslJsonBody data) {
    return data.stringMatcher("id", UUID, WEBHOOK.id().toString())
        .stringMatcher("created_at", DATE_TIME, WEBHOOK.createdAt().toString())
        .stringMatcher("updated_at", DATE_TIME, WEBHOOK.updatedAt().toString())
        .stringType("name", WEBHOOK.name())
        .stringMatcher("url", ABSOLUTE_URI, WEBHOOK.url().toString())
        .minArrayLike(
            "events", 0, PactDslJsonRootValue.stringType(EventType.MEETING_STARTED.value()), 1);
  }
}

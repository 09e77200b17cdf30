package io.github.realtimekit.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.internal.RetryPolicy;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.QueueDispatcher;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;

/** Test server on loopback with clients whose waits for a retry take no time. */
final class ApiServer implements AutoCloseable {
  static final String TOKEN = "test-token";
  static final UUID ID = UUID.fromString("0d1f069d-43bb-489a-ad8c-7eb95592ba8e");
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /** A webhook with all required fields; those that the YAML adds are as in its example. */
  static final String WEBHOOK =
      withRequiredFields(
          """
          {"id":"0d1f069d-43bb-489a-ad8c-7eb95592ba8e","created_at":"2022-05-28T07:01:53.075Z",\
          "enabled":true,"events":["meeting.started","recording.statusUpdate"],"name":"All events webhook",\
          "updated_at":"2022-05-28T07:01:53.075Z","url":"https://example.com/hooks"}""");

  final MockWebServer server = new MockWebServer();

  /** Waits for retries that the client asked for. */
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  ApiServer() {
    try {
      server.setServerSocketFactory(new PromptSockets());
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Responds with 400 to a request that has no response queued, in place of waiting for one. */
  ApiServer failingFast() {
    QueueDispatcher queue = new QueueDispatcher();
    queue.setFailFast(new MockResponse().setResponseCode(400).setBody("No response is queued"));
    server.setDispatcher(queue);
    return this;
  }

  private static String withRequiredFields(String json) {
    JsonNode schema = Spec.load().tree().at("/components/schemas/Webhook");
    try {
      ObjectNode webhook = (ObjectNode) new ObjectMapper().readTree(json);
      for (JsonNode field : schema.path("required")) {
        if (!webhook.has(field.asText())) {
          webhook.set(field.asText(), schema.path("example").path(field.asText()));
        }
      }
      return webhook.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  WebhooksClient.Builder builder() {
    return WebhooksClient.builder()
        .apiToken(TOKEN)
        .baseUrl(server.url("/client/v4").toString())
        .accountId("acc")
        .appId("app")
        .retryPolicy(retries(2));
  }

  WebhooksClient client() {
    return builder().build();
  }

  RetryPolicy retries(int maxRetries) {
    return new RetryPolicy(
        maxRetries, Clock.fixed(NOW, ZoneOffset.UTC), () -> 1.0, (wait, call) -> waits.add(wait));
  }

  /** Returns a policy whose waits end only when the call is canceled or its thread interrupted. */
  RetryPolicy endlessWaits() {
    RetryPolicy.Sleeper sleeper = RetryPolicy.withMaxRetries(2).sleeper();
    return new RetryPolicy(
        2,
        Clock.fixed(NOW, ZoneOffset.UTC),
        () -> 1.0,
        (wait, call) -> {
          waits.add(wait);
          sleeper.sleep(Duration.ofHours(1), call);
        });
  }

  void awaitWaits(int count) throws InterruptedException {
    while (waits.size() < count) {
      Thread.sleep(1);
    }
  }

  ApiServer respond(int status, String body, String... headers) {
    MockResponse response =
        new MockResponse().setResponseCode(status).addHeader("Content-Type", "application/json");
    for (String header : headers) {
      response.setHeader(
          header.substring(0, header.indexOf(": ")), header.substring(header.indexOf(": ") + 2));
    }
    return respond(response.setBody(body));
  }

  ApiServer respond(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  /** Reads a request, and closes its connection or leaves it without a response. */
  ApiServer respond(SocketPolicy policy) {
    return respond(new MockResponse().setSocketPolicy(policy));
  }

  static String envelope(String data) {
    return "{\"data\":" + data + ",\"success\":true}";
  }

  /** Returns the next request, for which it waits. */
  RecordedRequest request() {
    try {
      RecordedRequest request = server.takeRequest(1, TimeUnit.MINUTES);
      return Objects.requireNonNull(request, "No request came within a minute");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

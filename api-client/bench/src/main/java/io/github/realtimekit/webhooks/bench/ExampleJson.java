package io.github.realtimekit.webhooks.bench;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON of requests and responses, with webhooks that differ and have all nine events. */
final class ExampleJson {
  private static final String EVENTS =
      """
      "meeting.started","meeting.ended","meeting.participantJoined","meeting.participantLeft",\
      "meeting.chatSynced","recording.statusUpdate","livestreaming.statusUpdate","meeting.transcript",\
      "meeting.summary\"""";

  private ExampleJson() {}

  static String request() {
    return """
        {"name":"All events webhook","url":"https://webhook.site/b23a5bbd","events":[%s]}"""
        .formatted(EVENTS);
  }

  static String listResponse(int webhooks) {
    Random random = new Random(webhooks);
    return IntStream.range(0, webhooks)
        .mapToObj(i -> webhook(i, random))
        .collect(Collectors.joining(",", "{\"data\":[", "],\"success\":true}"));
  }

  /** An event of 1 KiB. */
  static String delivery() {
    String json =
        """
        {"event":"meeting.ended","meeting":{"id":"5c0a9f3e-6d1b-4f7a-9a55-0f4e2d3c1b6a",\
        "sessionId":"1d6e7f52-0b8c-4e39-8f0a-7c5b4a392817","title":"%s",\
        "roomName":"5c0a9f3e-6d1b-4f7a-9a55-0f4e2d3c1b6a","status":"LIVE",\
        "createdAt":"2026-03-02T09:00:00.000Z","startedAt":"2026-03-02T09:00:04.218Z",\
        "endedAt":"2026-03-02T09:42:31.907Z","organizedBy":{"id":"9a7f2c1e-3b54-4d08-8e61-2f0c9d8b7a65",\
        "name":"Example app"}},"reason":"ALL_PARTICIPANTS_LEFT"}""";
    return json.formatted("x".repeat(1024 - json.length() + 2));
  }

  private static String webhook(int i, Random random) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    UUID path = new UUID(random.nextLong(), random.nextLong());
    return """
        {"id":"%s","created_at":"2022-05-28T07:%02d:%02d.%03dZ","enabled":true,"events":[%s],\
        "name":"All events webhook","updated_at":"2023-11-03T17:%02d:%02d.%03dZ","url":"https://webhook.site/%s"}"""
        .formatted(
            id, i % 60, i % 59, i % 1000, EVENTS, (i + 7) % 60, (i + 9) % 60, (i * 3) % 1000, path);
  }
}

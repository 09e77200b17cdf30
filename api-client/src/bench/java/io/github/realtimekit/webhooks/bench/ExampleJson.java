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

package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An event on its way to one webhook, with the attempts so far. Thread-safe. */
final class Delivery {
  /** What became of a delivery. */
  enum Verdict {
    /** More attempts may come. */
    IN_PROGRESS,
    /** The last response was a 2xx. */
    DELIVERED,
    /** The last response was neither a 2xx nor one after which the sandbox tries again. */
    REJECTED,
    /** The last attempt failed, too. */
    FAILED,
    /** The sandbox may not deliver to the URL. */
    NOT_SENT
  }

  /** An attempt, when it began, and how long it took. */
  record Timed(Instant time, Duration took, DeliveryAttempt attempt) {}

  private final long number;
  private final Instant time = Instant.now();
  private final JsonNode webhook;
  private final EventDelivery event;
  private final String body;
  private final List<Timed> attempts = new CopyOnWriteArrayList<>();
  private volatile Verdict verdict = Verdict.IN_PROGRESS;

  /** Creates a delivery without attempts. */
  Delivery(long number, JsonNode webhook, EventDelivery event, String body) {
    this.number = number;
    this.webhook = webhook;
    this.event = event;
    this.body = body;
  }

  long number() {
    return number;
  }

  Instant time() {
    return time;
  }

  JsonNode webhook() {
    return webhook;
  }

  String url() {
    return webhook.path("url").asText();
  }

  EventDelivery event() {
    return event;
  }

  String body() {
    return body;
  }

  /** Returns how many characters it counts for; some more for its webhook and its attempts. */
  int size() {
    return 4096 + body.length();
  }

  /** Returns the attempts so far. */
  List<Timed> timedAttempts() {
    return attempts;
  }

  List<DeliveryAttempt> attempts() {
    return attempts.stream().map(Timed::attempt).toList();
  }

  Verdict verdict() {
    return verdict;
  }

  /** Returns an attempt with this id; it is not added. */
  DeliveryAttempt attempt(String id, int status, String error) {
    return new DeliveryAttempt(
        event.type(), webhook.path("id").asText(), url(), id, body, status, error);
  }

  void add(Instant began, DeliveryAttempt attempt) {
    attempts.add(new Timed(began, Duration.between(began, Instant.now()), attempt));
  }

  void end(Verdict reached) {
    verdict = reached;
  }
}

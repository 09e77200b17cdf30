package com.example;

import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hands deliveries to Kafka, responds, and has two consumers of their events. */
@SpringBootApplication
@RestController
public class Service {
  final List<MeetingEnded> archive = new CopyOnWriteArrayList<>();
  final Map<EventType, Integer> counts = new ConcurrentHashMap<>();

  private final WebhookEndpoint endpoint;
  private final KafkaTemplate<String, byte[]> kafka;

  Service(@Value("${webhook.key-url}") String keyUrl, KafkaTemplate<String, byte[]> kafka) {
    this.kafka = kafka;
    endpoint =
        new WebhookEndpoint(
            WebhookReceiver.builder().keys(WebhookKeys.fetched(keyUrl)).build(),
            DeliveryClaims.inMemory(),
            this::send,
            e -> LoggerFactory.getLogger(Service.class).warn("Delivery", e));
  }

  // snippet: slow-work-kafka
  @PostMapping("/hooks")
  ResponseEntity<Void> receive(InputStream body, @RequestHeader HttpHeaders headers) {
    return ResponseEntity.status(endpoint.receive(body, headers::getFirst)).build();
  }

  /** Waits until the brokers have stored the bytes, and throws if they have not in time. */
  private void send(Delivery delivery) {
    kafka.send("deliveries", delivery.fingerprint(), delivery.body()).join();
  }

  @KafkaListener(topics = "deliveries", groupId = "archive")
  void archive(byte[] body) {
    if (Event.parse(body) instanceof MeetingEnded ended) {
      archive.add(ended);
    }
  }

  @KafkaListener(topics = "deliveries", groupId = "counts")
  void count(byte[] body) {
    counts.merge(Event.parse(body).type(), 1, Integer::sum);
  }

  // end

  public static void main(String[] args) {
    SpringApplication.run(Service.class, args);
  }
}

package com.example;

import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A web service that takes and returns the client's models, and receives the deliveries of a webhook that it creates. */
@SpringBootApplication
@RestController
public class Application {
  final List<EventType> handled = new CopyOnWriteArrayList<>();

  private WebhooksClient webhooks;
  private WebhookEndpoint endpoint;

  @GetMapping("/webhooks")
  List<Webhook> list() {
    return webhooks.listWebhooks();
  }

  @PostMapping("/webhooks")
  WebhookRequest echo(@RequestBody WebhookRequest request) {
    if (!request.events().equals(List.of(EventType.MEETING_ENDED))) {
      throw new IllegalArgumentException("unexpected events: " + request);
    }
    return request;
  }

  @PostMapping("/events")
  Event echo(@RequestBody Event event) {
    return event;
  }

  @PostMapping("/hooks")
  ResponseEntity<Void> receive(InputStream body, @RequestHeader HttpHeaders headers) {
    return ResponseEntity.status(endpoint.receive(body, headers::getFirst)).build();
  }

  /** Registers for all events. */
  void register(WebhooksClient webhooks, URI keyUrl, URI service) {
    this.webhooks = webhooks;
    endpoint =
        new WebhookEndpoint(
            WebhookReceiver.builder().keys(WebhookKeys.fetched(keyUrl.toString())).build(),
            DeliveryClaims.inMemory(),
            delivery -> handled.add(delivery.event().type()),
            failure -> System.out.println("Not accepted: " + failure));
    webhooks.createWebhook(
        WebhookRequest.builder()
            .name("deliveries to Spring")
            .url(service.resolve("/hooks"))
            .events(webhooks.listEventTypes())
            .build());
  }

  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}

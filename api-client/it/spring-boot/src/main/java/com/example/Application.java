package com.example;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
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

  private final DeliveryClaims claims = DeliveryClaims.inMemory();
  private WebhooksClient webhooks;
  private WebhookReceiver receiver;

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

  @PostMapping("/hooks")
  ResponseEntity<Void> receive(@RequestBody byte[] body, @RequestHeader HttpHeaders headers) {
    try {
      Delivery delivery = receiver.receive(body, headers::getFirst);
      claims.once(delivery, each -> handled.add(each.event().type()));
      return ResponseEntity.noContent().build();
    } catch (DeliveryException e) {
      return ResponseEntity.status(e.httpStatus()).build();
    }
  }

  /** Registers for all events. */
  void register(WebhooksClient webhooks, URI keyUrl, URI service) {
    this.webhooks = webhooks;
    receiver = WebhookReceiver.builder().keys(WebhookKeys.fetched(keyUrl.toString())).build();
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

package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A webhook with Spring MVC. */
@RestController
record SpringWebhook(WebhookReceiver receiver, DeliveryClaims claims, Consumer<Delivery> service) {
  // snippet: receive-spring
  @PostMapping("/hooks")
  ResponseEntity<Void> receive(@RequestBody byte[] body, @RequestHeader HttpHeaders headers) {
    try {
      Delivery delivery = receiver.receive(body, headers::getFirst);
      claims.once(delivery, service);
      return ResponseEntity.noContent().build();
    } catch (DeliveryException e) {
      return ResponseEntity.status(e.httpStatus()).build();
    }
  }
  // end
}

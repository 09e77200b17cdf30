package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A webhook with Spring MVC. */
@RestController
record SpringWebhook(WebhookEndpoint endpoint) {
  // snippet: receive-spring
  @PostMapping("/hooks")
  ResponseEntity<Void> receive(InputStream body, @RequestHeader HttpHeaders headers) {
    return ResponseEntity.status(endpoint.receive(body, headers::getFirst)).build();
  }
  // end
}

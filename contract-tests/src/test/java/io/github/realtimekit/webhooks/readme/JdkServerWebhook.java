package io.github.realtimekit.webhooks.readme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.IOException;
import java.util.function.Consumer;

/** A webhook on the JDK's own server. */
record JdkServerWebhook(WebhookReceiver receiver, DeliveryClaims claims, Consumer<Delivery> service)
    implements HttpHandler {
  // snippet: receive-jdk
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    int status = 500; // Retried, as any 5xx is.
    try {
      Delivery delivery =
          receiver.receive(exchange.getRequestBody(), exchange.getRequestHeaders()::getFirst);
      claims.once(delivery, service); // A duplicate gets a 2xx too.
      status = 204;
    } catch (DeliveryException e) {
      status = e.httpStatus();
    } finally {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }
  }
  // end
}

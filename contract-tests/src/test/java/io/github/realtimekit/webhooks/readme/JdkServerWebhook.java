package io.github.realtimekit.webhooks.readme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import java.io.IOException;

/** A webhook on the JDK's own server. */
record JdkServerWebhook(WebhookEndpoint endpoint) implements HttpHandler {
  // snippet: receive-jdk
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    int status =
        endpoint.receive(exchange.getRequestBody(), exchange.getRequestHeaders()::getFirst);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
  // end
}

package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;

/** A webhook as a servlet. */
final class ServletWebhook extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient WebhookReceiver receiver;
  private final transient DeliveryClaims claims;
  private final transient Consumer<Delivery> service;

  ServletWebhook(WebhookReceiver receiver, DeliveryClaims claims, Consumer<Delivery> service) {
    this.receiver = receiver;
    this.claims = claims;
    this.service = service;
  }

  // snippet: receive-servlet
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Delivery delivery = receiver.receive(request.getInputStream(), request::getHeader);
      claims.once(delivery, service);
      response.setStatus(204);
    } catch (DeliveryException e) {
      response.setStatus(e.httpStatus());
    }
  }
  // end
}

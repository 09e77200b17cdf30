package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;

/** A webhook with JAX-RS. */
@Path("/hooks")
record JaxRsWebhook(WebhookReceiver receiver, DeliveryClaims claims, Consumer<Delivery> service) {
  // snippet: receive-jax-rs
  @POST
  public Response receive(byte[] body, @Context HttpHeaders headers) {
    try {
      Delivery delivery = receiver.receive(body, headers::getHeaderString);
      claims.once(delivery, service);
      return Response.noContent().build();
    } catch (DeliveryException e) {
      return Response.status(e.httpStatus()).build();
    }
  }
  // end
}

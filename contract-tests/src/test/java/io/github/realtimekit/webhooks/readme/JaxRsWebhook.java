package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** A webhook with JAX-RS. */
@Path("/hooks")
public record JaxRsWebhook(WebhookEndpoint endpoint) {
  // snippet: receive-jax-rs
  @POST
  public Response receive(InputStream body, @Context HttpHeaders headers) {
    return Response.status(endpoint.receive(body, headers::getHeaderString)).build();
  }
  // end
}

package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A webhook as a servlet. */
final class ServletWebhook extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient WebhookEndpoint endpoint;

  ServletWebhook(WebhookEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  // snippet: receive-servlet
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(endpoint.receive(request.getInputStream(), request::getHeader));
  }
  // end
}

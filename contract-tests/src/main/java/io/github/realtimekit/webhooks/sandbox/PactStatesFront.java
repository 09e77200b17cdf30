package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Pact's protocol for states, so that a verifier in any language can verify the sandbox. */
final class PactStatesFront implements HttpHandler {
  static final String PATH = "/pact-states";

  private final PactStates states;

  PactStatesFront(PactStates states) {
    this.states = states;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = Json.parse(exchange.getRequestBody().readAllBytes()).orElse(Json.object());
      int status = 200;
      ObjectNode values = Json.object();
      if (!request.path("action").asText().equals("teardown")) {
        try {
          states.set(request.path("state").asText()).forEach(values::put);
        } catch (IllegalArgumentException e) {
          status = 400;
          values.put("error", e.getMessage());
        }
      }
      byte[] body = Json.bytes(values);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Pact's protocol for provider states, for verifiers in any language. */
final class PactStatesHandler implements HttpHandler {
  static final String PATH = "/pact-states";

  private final PactStates states;

  PactStatesHandler(PactStates states) {
    this.states = states;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      JsonNode request = Json.parse(sent).orElse(Json.object());
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
      byte[] body = Json.text(values).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Function;

/**
 * Serves the sandbox's own JSON endpoints.
 *
 * @param respond takes the request's body, an empty object if there is none; an
 *     IllegalArgumentException becomes a 400 with its message
 */
record JsonHandler(String method, Function<JsonNode, JsonNode> respond) implements HttpHandler {
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      JsonNode response;
      if (exchange.getRequestMethod().equals(method)) {
        String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try {
          response = respond.apply(Json.parse(sent).orElse(Json.object()));
        } catch (IllegalArgumentException e) {
          status = 400;
          response = Json.object().put("error", e.getMessage());
        }
      } else {
        status = 405;
        exchange.getResponseHeaders().set("Allow", method);
        response = Json.object().put("error", "use " + method);
      }
      byte[] body = Json.text(response).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

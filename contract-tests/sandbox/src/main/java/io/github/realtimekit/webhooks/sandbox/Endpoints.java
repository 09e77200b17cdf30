package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** The sandbox's own endpoints, beside those of the API. */
final class Endpoints {
  static final String KEY_PATH = "/.well-known/webhooks.json";

  private final Apps apps;
  private final Deliveries deliveries;
  private final SigningKey key;
  private volatile boolean keyEndpointDown;

  Endpoints(Apps apps, Deliveries deliveries, SigningKey key) {
    this.apps = apps;
    this.deliveries = deliveries;
    this.key = key;
  }

  HttpHandler key() {
    return handler("GET", request -> publishedKey());
  }

  HttpHandler keyEndpoint() {
    return handler("POST", this::setKeyEndpoint);
  }

  HttpHandler deliveries() {
    return handler("POST", this::deliver);
  }

  void keyEndpointDown(boolean down) {
    keyEndpointDown = down;
  }

  private Response publishedKey() {
    if (keyEndpointDown) {
      return Response.empty(503);
    }
    ObjectNode body = Json.object().put("success", true);
    body.putObject("data").put("publicKey", key.publicKeyPem());
    return Response.json(200, body.put("message", ""));
  }

  private Response setKeyEndpoint(JsonNode request) {
    if (!request.path("down").isBoolean()) {
      throw new IllegalArgumentException("\"down\" must be true or false");
    }
    keyEndpointDown(request.get("down").booleanValue());
    return Response.json(200, request);
  }

  /** Delivers as the request says, and returns the attempts. */
  private Response deliver(JsonNode request) {
    EventDelivery delivery = EventDelivery.of(text(request, "event"));
    if (request.has("fields")) {
      delivery = delivery.fields(request.get("fields").toString());
    }
    for (JsonNode fault : request.path("faults")) {
      delivery = delivery.with(fault(fault.asText()));
    }
    Apps.Key app = new Apps.Key(text(request, "account_id"), text(request, "app_id"));
    ObjectNode response = Json.object();
    ArrayNode attempts = response.putArray("attempts");
    for (DeliveryAttempt attempt : deliveries.deliver(apps.state(app), delivery)) {
      attempts
          .addObject()
          .put("event", attempt.event())
          .put("webhook_id", attempt.webhookId())
          .put("url", attempt.url())
          .put("id", attempt.id())
          .put("status", attempt.status())
          .put("error", attempt.error());
    }
    return Response.json(200, response);
  }

  private static String text(JsonNode request, String field) {
    if (!request.path(field).isTextual()) {
      throw new IllegalArgumentException("\"" + field + "\" is required");
    }
    return request.get(field).textValue();
  }

  /** From {@code bad_signature} to BAD_SIGNATURE. */
  private static DeliveryFault fault(String name) {
    return Arrays.stream(DeliveryFault.values())
        .filter(fault -> fault.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no fault "
                        + name
                        + "; there are "
                        + Arrays.toString(DeliveryFault.values()).toLowerCase(Locale.ROOT)));
  }

  /**
   * Returns a handler for one method.
   *
   * @param respond takes the request's JSON, an empty object if it has none; an
   *     IllegalArgumentException becomes a 400 with its message
   */
  private static HttpHandler handler(String method, Function<JsonNode, Response> respond) {
    return exchange -> {
      try (exchange) {
        if (exchange.getRequestMethod().equals(method)) {
          String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          send(exchange, respond(respond, Json.parse(sent).orElse(Json.object())));
        } else {
          send(exchange, error(405, "use " + method).withHeader("Allow", method));
        }
      }
    };
  }

  private static Response respond(Function<JsonNode, Response> respond, JsonNode request) {
    try {
      return respond.apply(request);
    } catch (IllegalArgumentException e) {
      return error(400, e.getMessage());
    }
  }

  private static Response error(int status, String message) {
    return Response.json(status, Json.object().put("error", message));
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = response.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}

package io.github.realtimekit.webhooks.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.realtimekit.webhooks.sandbox.Response.ErrorResponseException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Serves the sandbox's page and its own endpoints, by path and method. */
final class ControlHandler implements HttpHandler {
  private final Map<String, Map<String, Function<Input, Response>>> endpoints =
      new LinkedHashMap<>();
  private final BrowserGuard guard;

  ControlHandler(Reports reports, Actions actions, SigningKey key, BrowserGuard guard) {
    this.guard = guard;
    add("GET", "/", input -> Page.RESPONSE);
    add("GET", SigningKey.PATH, input -> key.published());
    add("GET", "/sandbox/state", reports::state);
    add("GET", "/sandbox/requests", reports::requests);
    add("GET", "/sandbox/deliveries", reports::deliveries);
    add("POST", "/sandbox/deliveries", actions::deliver);
    add("POST", "/sandbox/failures", actions::fail);
    add("POST", "/sandbox/key-endpoint", actions::setKeyEndpoint);
    add("POST", "/sandbox/rotate-key", actions::rotateKey);
    add("POST", "/sandbox/reset", actions::reset);
  }

  private void add(String method, String path, Function<Input, Response> endpoint) {
    endpoints.computeIfAbsent(path, unknown -> new LinkedHashMap<>()).put(method, endpoint);
  }

  /** Returns an error response, whose message names the input and a way out. */
  static Response error(int status, @Nullable String message) {
    return Response.json(status, Json.object().put("error", message));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String> body = ApiHandler.read(exchange);
      Response response =
          body.map(text -> respond(exchange, text))
              .orElseGet(() -> error(413, "the body must not be larger than 1 MiB"));
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
      response.send(exchange);
    }
  }

  private Response respond(HttpExchange exchange, String body) {
    try {
      String path = exchange.getRequestURI().getPath();
      if (!path.equals(SigningKey.PATH)) { // Receivers may use any name of the sandbox.
        guard.check(exchange);
      }
      Map<String, Function<Input, Response>> methods = endpoints.get(path);
      if (methods == null) {
        return error(404, "no endpoint " + path + "; there are " + endpoints.keySet());
      }
      Function<Input, Response> endpoint = methods.get(exchange.getRequestMethod());
      if (endpoint == null) {
        String allowed = String.join(", ", methods.keySet());
        return error(405, "use " + allowed).withHeader("Allow", allowed);
      }
      String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
      return endpoint.apply(
          exchange.getRequestMethod().equals("POST") ? Input.ofBody(body) : Input.ofQuery(query));
    } catch (ErrorResponseException e) {
      return e.response();
    } catch (IllegalArgumentException e) {
      return error(400, e.getMessage());
    }
  }
}

package io.github.realtimekit.webhooks.provider;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.sandbox.Failure;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import io.github.realtimekit.webhooks.sandbox.SandboxApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sets up the provider states of the Pact contract, each in a new app. The program serves them and
 * a sandbox for verifiers in any language: {@code java -cp rtk-sandbox.jar PactStates.java} prints
 * the base URL of the sandbox, then the URL of the states.
 */
public final class PactStates {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sandbox sandbox;

  /** Creates the states of this sandbox. */
  public PactStates(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  public static void main(String[] args) throws IOException {
    Sandbox sandbox = Sandbox.builder().start();
    System.out.println(sandbox.baseUrl());
    System.out.println(new PactStates(sandbox).serve());
  }

  /** Serves Pact's protocol for provider states, and returns its URL. */
  URI serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      boolean setup = !request.path("action").asText().equals("teardown");
      Map<String, Object> parameters =
          JSON.convertValue(request.path("params"), new TypeReference<>() {});
      Map<String, String> values =
          setup ? set(request.path("state").asText(), parameters) : Map.of();
      byte[] body = JSON.writeValueAsBytes(values);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /**
   * Sets up a state in a new app, with a webhook as its parameters say.
   *
   * @return values for the parameters of the state, which replace those of the contract
   * @throws IllegalArgumentException if the contract has no such state
   */
  Map<String, String> set(String state, Map<String, ?> parameters) {
    return switch (state) {
      case "the token is refused by RealtimeKit" -> Map.of("token", "refused-" + UUID.randomUUID());
      case "the token is refused at the edge" -> values(failing(app(), Failure.UNAUTHORIZED));
      case "RealtimeKit is not enabled on the account" -> values(failing(app(), Failure.FORBIDDEN));
      case "the rate limit is reached" -> values(failing(app(), Failure.RATE_LIMITED));
      case "the app has no webhooks, and its list is not found", "no webhook has the URL" ->
          values(app());
      case "a webhook has the URL",
          "a disabled webhook with one event exists",
          "a disabled webhook with one event exists, and edits return all of it" ->
          webhook(app(), parameters);
      case "a disabled webhook with one event exists, and edits return part of it" ->
          webhook(failing(app(), Failure.PARTIAL_ECHO), parameters);
      case "no webhook has the id" ->
          with(values(app()), "webhookId", UUID.randomUUID().toString());
      default -> throw new IllegalArgumentException("the contract has no state: " + state);
    };
  }

  private SandboxApp app() {
    return sandbox.app("account-" + UUID.randomUUID(), "app-" + UUID.randomUUID());
  }

  /** Fails twice, since some verifiers repeat a request after a 429. */
  private static SandboxApp failing(SandboxApp app, Failure failure) {
    app.failNext(failure);
    app.failNext(failure);
    return app;
  }

  private Map<String, String> webhook(SandboxApp app, Map<String, ?> parameters) {
    app.addWebhook(
        UUID.fromString(String.valueOf(parameters.get("webhookId"))),
        String.valueOf(parameters.get("name")),
        String.valueOf(parameters.get("url")),
        false,
        List.of(String.valueOf(parameters.get("event"))));
    return values(app);
  }

  private Map<String, String> values(SandboxApp app) {
    return Map.of("token", sandbox.token(), "accountId", app.accountId(), "appId", app.appId());
  }

  private static Map<String, String> with(Map<String, String> values, String name, String value) {
    Map<String, String> all = new HashMap<>(values);
    all.put(name, value);
    return all;
  }
}

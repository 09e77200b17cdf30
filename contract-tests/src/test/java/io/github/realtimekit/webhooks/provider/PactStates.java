package io.github.realtimekit.webhooks.provider;

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
import java.util.Map;
import java.util.UUID;

/**
 * Sets up the provider states of the Pact contract, each in an app of its own. The program serves
 * them and a sandbox for verifiers in any language: {@code java -cp rtk-sandbox.jar
 * PactStates.java} prints the base URL of the sandbox, then the URL of the states.
 */
public final class PactStates {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ELSEWHERE = "https://example.com/elsewhere";

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
      Map<String, String> values = setup ? set(request.path("state").asText()) : Map.of();
      byte[] body = JSON.writeValueAsBytes(values);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /**
   * Sets up a state.
   *
   * @return values for the parameters of the state: {@code token}, {@code accountId}, {@code
   *     appId}, {@code url}, {@code webhookId}
   * @throws IllegalArgumentException if the contract has no such state
   */
  public Map<String, String> set(String state) {
    SandboxApp app = sandbox.app("account-" + UUID.randomUUID(), "app-" + UUID.randomUUID());
    String url = "https://example.com/" + UUID.randomUUID();
    return switch (state) {
      case "the token is accepted" -> Map.of("token", sandbox.token());
      case "the token is refused" -> Map.of("token", "refused-" + UUID.randomUUID());
      case "the app has no webhooks", "no webhook has the URL" -> values(app, url);
      case "a webhook exists" -> values(app, url, app.addWebhook("the one", ELSEWHERE));
      case "a webhook has the URL" -> values(app, url, app.addWebhook("the first", url));
      case "no webhook has the id" -> {
        app.addWebhook("another", ELSEWHERE);
        yield values(app, url, UUID.randomUUID().toString());
      }
      case "RealtimeKit is not enabled on the account" -> failing(app, url, Failure.FORBIDDEN);
      case "the rate limit is reached" -> failing(app, url, Failure.RATE_LIMITED);
      default -> throw new IllegalArgumentException("the contract has no state: " + state);
    };
  }

  /** Fails twice, since some verifiers repeat a request after a 429. */
  private static Map<String, String> failing(SandboxApp app, String url, Failure failure) {
    String id = app.addWebhook("the one", ELSEWHERE);
    app.failNext(failure);
    app.failNext(failure);
    return values(app, url, id);
  }

  private static Map<String, String> values(SandboxApp app, String url) {
    return Map.of("accountId", app.accountId(), "appId", app.appId(), "url", url);
  }

  private static Map<String, String> values(SandboxApp app, String url, String webhookId) {
    Map<String, String> values = new HashMap<>(values(app, url));
    values.put("webhookId", webhookId);
    return values;
  }
}

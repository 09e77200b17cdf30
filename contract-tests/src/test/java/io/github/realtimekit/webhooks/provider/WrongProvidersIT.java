package io.github.realtimekit.webhooks.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import au.com.dius.pact.provider.junitsupport.filter.InteractionFilter;
import au.com.dius.pact.provider.junitsupport.loader.PactFilter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Verifies that the contract fails for providers that misread PUT, PATCH or GET. */
class WrongProvidersIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Fault fault = faults().get(0);

  /** A fault of a proxy before the sandbox, and where the response differs from the contract. */
  record Fault(
      String what,
      String method,
      Consumer<ObjectNode> request,
      Consumer<ObjectNode> data,
      String mismatch) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Fault> faults() {
    return List.of(
        new Fault(
            "PATCH enables the webhook",
            "PATCH",
            body -> body.put("enabled", true),
            body -> {},
            "$.data.enabled"),
        new Fault(
            "PATCH clears the events",
            "PATCH",
            body -> {},
            data -> data.putArray("events"),
            "$.data.events"),
        new Fault(
            "PATCH ignores the name",
            "PATCH",
            body -> body.remove("name"),
            body -> {},
            "$.data.name"),
        new Fault(
            "PUT ignores enabled",
            "PUT",
            body -> body.remove("enabled"),
            body -> {},
            "$.data.enabled"),
        new Fault(
            "GET returns another id",
            "GET",
            body -> {},
            data -> data.put("id", UUID.randomUUID().toString()),
            "$.data.id"),
        new Fault(
            "PATCH returns another URL",
            "PATCH",
            body -> {},
            data -> data.put("url", "https://example.com/other"),
            "$.data.url"));
  }

  /** Verifies the sandbox behind a proxy with the fault. */
  @PactFilter(value = "a disabled webhook .*", filter = InteractionFilter.ByProviderState.class)
  static class Wrong extends SandboxVerificationIT {
    private @Nullable HttpServer proxy;

    @Override
    URI provider(URI sandbox) throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> forward(exchange, sandbox));
      server.start();
      proxy = server;
      return URI.create("http://localhost:" + server.getAddress().getPort() + sandbox.getPath());
    }

    @AfterEach
    void stopProxy() {
      requireNonNull(proxy).stop(0);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isFound(Fault wrong) {
    fault = wrong;

    String failures =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Wrong.class))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .execute()
            .testEvents()
            .failed()
            .stream()
            .map(event -> event.getRequiredPayload(TestExecutionResult.class))
            .map(result -> result.getThrowable().orElseThrow().getMessage())
            .collect(Collectors.joining("\n"));

    assertThat(failures).contains(wrong.mismatch());
  }

  private static void forward(HttpExchange exchange, URI sandbox) throws IOException {
    try (exchange) {
      boolean wrong = exchange.getRequestMethod().equals(fault.method());
      byte[] sent = exchange.getRequestBody().readAllBytes();
      if (wrong && sent.length > 0) {
        ObjectNode body = (ObjectNode) JSON.readTree(sent);
        fault.request().accept(body);
        sent = JSON.writeValueAsBytes(body);
      }
      HttpResponse<String> response =
          send(exchange, sandbox.resolve(exchange.getRequestURI()), sent);
      byte[] received = response.body().getBytes(UTF_8);
      if (wrong
          && response.statusCode() == 200
          && JSON.readTree(received).path("data") instanceof ObjectNode) {
        ObjectNode body = (ObjectNode) JSON.readTree(received);
        fault.data().accept((ObjectNode) body.get("data"));
        received = JSON.writeValueAsBytes(body);
      }
      for (String name : new String[] {"Content-Type", "Retry-After"}) {
        response
            .headers()
            .firstValue(name)
            .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
      }
      exchange.sendResponseHeaders(response.statusCode(), received.length);
      exchange.getResponseBody().write(received);
    }
  }

  private static HttpResponse<String> send(HttpExchange exchange, URI url, byte[] body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String name : new String[] {"Authorization", "Content-Type"}) {
      if (exchange.getRequestHeaders().containsKey(name)) {
        request.header(name, exchange.getRequestHeaders().getFirst(name));
      }
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}

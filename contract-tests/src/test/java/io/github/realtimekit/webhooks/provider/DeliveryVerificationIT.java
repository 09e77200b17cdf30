package io.github.realtimekit.webhooks.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.provider.ComparisonResult;
import au.com.dius.pact.provider.ResponseComparison;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import io.github.realtimekit.webhooks.sandbox.SandboxApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Verifies what the sandbox really POSTs against the committed contract of deliveries. Pact's own
 * runner needs a method for each message, which would be an edit for each new event.
 */
class DeliveryVerificationIT {
  private static final Path CONTRACT =
      Path.of("pacts", "realtimekit-webhooks-java-cloudflare-realtimekit-deliveries.json");

  static List<Named<AsynchronousMessage>> messages() {
    return DefaultPactReader.INSTANCE.loadPact(CONTRACT.toFile()).getInteractions().stream()
        .map(AsynchronousMessage.class::cast)
        .map(message -> named(message.getDescription(), message))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void sandboxKeepsTheContract(AsynchronousMessage message) throws IOException {
    Post post =
        delivered(String.valueOf(message.getProviderStates().get(0).getParams().get("event")));
    Map<String, Object> headers =
        new HashMap<>(
            Map.of("contentType", String.valueOf(post.headers().getFirst("Content-type"))));
    post.headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));

    ComparisonResult result =
        ResponseComparison.Companion.compareMessage(
            message,
            OptionalBody.body(post.body().getBytes(UTF_8), ContentType.getJSON()),
            headers,
            Map.of());

    assertThat(result.getMetadataMismatches().values()).allMatch(List::isEmpty);
    assertThat(result.getBodyMismatches().unwrap().getMismatches()).isEmpty();
  }

  private record Post(Headers headers, String body) {}

  private static Post delivered(String event) throws IOException {
    List<Post> posts = new CopyOnWriteArrayList<>();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/hooks", exchange -> receive(exchange, posts));
    receiver.start();
    try (Sandbox sandbox = Sandbox.builder().start()) {
      SandboxApp app = sandbox.app("account", "app");
      app.addWebhook("one", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks");
      app.deliver(event);
      assertThat(posts).hasSize(1);
      return posts.get(0);
    } finally {
      receiver.stop(0);
    }
  }

  private static void receive(HttpExchange exchange, List<Post> posts) throws IOException {
    try (exchange) {
      Headers headers = new Headers();
      headers.putAll(exchange.getRequestHeaders());
      posts.add(new Post(headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      exchange.sendResponseHeaders(204, -1);
    }
  }
}

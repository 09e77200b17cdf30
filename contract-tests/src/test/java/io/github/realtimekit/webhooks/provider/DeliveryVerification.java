package io.github.realtimekit.webhooks.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import io.github.realtimekit.webhooks.sandbox.SandboxApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Verifies the deliveries of the sandbox against a contract. */
@Provider("cloudflare-realtimekit-deliveries")
abstract class DeliveryVerification {
  private final List<MessageAndMetadata> received = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private Sandbox sandbox;
  private SandboxApp app;

  @BeforeEach
  void start(PactVerificationContext context) throws IOException {
    context.setTarget(new MessageTestTarget(List.of(getClass().getPackageName())));
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/hooks", this::receive);
    receiver.start();
    sandbox = Sandbox.builder().start();
    app = sandbox.app("account", "app");
  }

  @AfterEach
  void stop() {
    sandbox.close();
    receiver.stop(0);
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void verify(PactVerificationContext context) {
    context.verifyInteraction();
  }

  @State("a webhook is subscribed to the event")
  void webhook(Map<String, Object> parameters) {
    app.addWebhook(
        UUID.randomUUID(),
        "one",
        "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks",
        true,
        List.of(String.valueOf(parameters.get("event"))));
  }

  @PactVerifyProvider("meeting.started")
  MessageAndMetadata meetingStarted() {
    return delivered("meeting.started");
  }

  @PactVerifyProvider("meeting.ended")
  MessageAndMetadata meetingEnded() {
    return delivered("meeting.ended");
  }

  @PactVerifyProvider("meeting.participantJoined")
  MessageAndMetadata participantJoined() {
    return delivered("meeting.participantJoined");
  }

  @PactVerifyProvider("meeting.participantLeft")
  MessageAndMetadata participantLeft() {
    return delivered("meeting.participantLeft");
  }

  @PactVerifyProvider("meeting.chatSynced")
  MessageAndMetadata chatSynced() {
    return delivered("meeting.chatSynced");
  }

  @PactVerifyProvider("recording.statusUpdate")
  MessageAndMetadata recordingChanged() {
    return delivered("recording.statusUpdate");
  }

  @PactVerifyProvider("livestreaming.statusUpdate")
  MessageAndMetadata livestreamChanged() {
    return delivered("livestreaming.statusUpdate");
  }

  @PactVerifyProvider("meeting.transcript")
  MessageAndMetadata transcript() {
    return delivered("meeting.transcript");
  }

  @PactVerifyProvider("meeting.summary")
  MessageAndMetadata summary() {
    return delivered("meeting.summary");
  }

  @PactVerifyProvider("meeting.exploded")
  MessageAndMetadata unknown() {
    return delivered("meeting.exploded");
  }

  private MessageAndMetadata delivered(String event) {
    app.deliver(event);
    assertThat(received).hasSize(1);
    return received.get(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, Object> metadata = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> metadata.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      metadata.put("contentType", exchange.getRequestHeaders().getFirst("Content-Type"));
      received.add(new MessageAndMetadata(exchange.getRequestBody().readAllBytes(), metadata));
      exchange.sendResponseHeaders(204, -1);
    }
  }
}

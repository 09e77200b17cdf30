package io.github.realtimekit.webhooks.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import io.github.realtimekit.webhooks.sandbox.DeliveryAttempt;
import io.github.realtimekit.webhooks.sandbox.DeliveryFault;
import io.github.realtimekit.webhooks.sandbox.EventDelivery;
import io.github.realtimekit.webhooks.sandbox.SandboxExtension;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// snippet: sandbox-deliveries
class MeetingArchiveTest {
  @RegisterExtension static final SandboxExtension sandbox = new SandboxExtension();

  private final MeetingArchive archive = new MeetingArchive(keys());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hooks", archive::handle);
    server.start();
    sandbox
        .app()
        .addWebhook("ours", "http://localhost:" + server.getAddress().getPort() + "/hooks");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void archivesAMeeting() {
    sandbox.app().deliver("meeting.ended");

    assertThat(archive.meetings).hasSize(1).first().isInstanceOf(MeetingEnded.class);
  }

  @Test
  void rejectsABadSignature() {
    List<DeliveryAttempt> attempts =
        sandbox.app().deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.BAD_SIGNATURE));

    assertThat(attempts).extracting(DeliveryAttempt::status).containsExactly(401);
    assertThat(archive.meetings).isEmpty();
  }

  private static WebhookKeys keys() {
    return WebhookKeys.fetched(sandbox.sandbox().keyUrl().toString());
  }

  /** The code under test. */
  static class MeetingArchive {
    final List<Event> meetings = new CopyOnWriteArrayList<>();
    private final WebhookEndpoint endpoint;

    MeetingArchive(WebhookKeys keys) {
      endpoint =
          new WebhookEndpoint(
              WebhookReceiver.builder().keys(keys).build(),
              DeliveryClaims.inMemory(),
              delivery -> meetings.add(delivery.event()),
              failure -> System.getLogger("hooks").log(Level.WARNING, "Delivery", failure));
    }

    void handle(HttpExchange exchange) throws IOException {
      int status =
          endpoint.receive(exchange.getRequestBody(), exchange.getRequestHeaders()::getFirst);
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }
  }
}
// end

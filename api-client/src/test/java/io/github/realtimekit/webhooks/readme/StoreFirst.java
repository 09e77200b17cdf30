package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.JdbcClaims;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Stores deliveries, to be worked on later. */
public final class StoreFirst {
  private StoreFirst() {}

  static WebhookEndpoint storing(WebhookReceiver receiver, JdbcClaims claims) {
    System.Logger logger = System.getLogger("hooks");
    // snippet: store-first
    WebhookEndpoint endpoint =
        new WebhookEndpoint(
            receiver,
            claims.inTransaction(StoreFirst::insert),
            e -> logger.log(Level.WARNING, "Delivery", e));
    // end
    return endpoint;
  }

  // snippet: inbox
  static void insert(Connection connection, Delivery delivery) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO inbox (id, webhook_id, body) VALUES (?, ?, ?)")) {
      insert.setString(1, delivery.id());
      insert.setString(2, delivery.webhookId());
      insert.setBytes(3, delivery.body());
      insert.executeUpdate();
    }
  }

  // end

  static WebhookEndpoint endpoint(DataSource dataSource, Consumer<Delivery> service) {
    System.Logger logger = System.getLogger("hooks");
    // snippet: endpoint
    WebhookReceiver receiver = WebhookReceiver.builder().build(); // RealtimeKit's key
    JdbcClaims claims = new JdbcClaims(dataSource); // or DeliveryClaims.inMemory()
    WebhookEndpoint endpoint =
        new WebhookEndpoint(
            receiver, claims, service, e -> logger.log(Level.WARNING, "Delivery", e));
    // end
    return endpoint;
  }
}

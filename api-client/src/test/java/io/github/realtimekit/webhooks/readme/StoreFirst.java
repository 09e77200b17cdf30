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
public record StoreFirst(DataSource dataSource, JdbcClaims claims) {
  // snippet: store-first
  void store(Delivery delivery) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (claims.claim(connection, delivery)) {
          insert(connection, delivery);
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  // end

  private static void insert(Connection connection, Delivery delivery) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO inbox (id, webhook_id, body) VALUES (?, ?, ?)")) {
      insert.setString(1, delivery.id());
      insert.setString(2, delivery.webhookId());
      insert.setBytes(3, delivery.body());
      insert.executeUpdate();
    }
  }

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

package com.example;

import com.example.Service.Stored;
import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryIdentity;
import io.github.realtimekit.webhooks.receiver.JdbcClaims;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on what was stored. */
@Component
class Worker {
  private final JdbcClaims claims;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Worker(DataSource pool, JdbcTemplate jdbc, TransactionTemplate transaction) throws SQLException {
    this.claims = new JdbcClaims(pool, "worked", Duration.ofMinutes(1), DeliveryIdentity.EITHER);
    this.jdbc = jdbc;
    this.transaction = transaction;
    claims.createTable();
  }

  // snippet: slow-work-do
  /** Is called again if the process dies in it, so the work claims its delivery, too. */
  void work(Stored stored) {
    Delivery delivery = Delivery.of(stored.id(), stored.webhookId(), stored.body());
    transaction.executeWithoutResult(
        status -> {
          if (jdbc.execute((Connection connection) -> claims.claim(connection, delivery))) {
            archive(delivery);
          }
        });
  }

  // end

  private void archive(Delivery delivery) {
    if (delivery.event() instanceof MeetingEnded ended) {
      jdbc.update("INSERT INTO archive (meeting) VALUES (?)", String.valueOf(ended.reason()));
      sleep();
    }
  }

  /** Work takes its time. */
  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

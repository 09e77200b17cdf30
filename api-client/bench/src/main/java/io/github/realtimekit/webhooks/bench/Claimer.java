package io.github.realtimekit.webhooks.bench;

import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.JdbcClaims;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Claims a delivery that is new, and completes it, in a table of PostgreSQL. */
public enum Claimer {
  /** Claims with {@link JdbcClaims#once}. */
  OURS {
    @Override
    Task of(DataSource pool) {
      JdbcClaims claims = new JdbcClaims(pool);
      return delivery -> claims.once(delivery, handled -> {});
    }
  },
  /** Sends one insert and one update, and nothing else. */
  STATEMENTS {
    @Override
    Task of(DataSource pool) {
      return delivery -> {
        String token = UUID.randomUUID().toString();
        String insert =
            "INSERT INTO realtimekit_deliveries (token, id_key, fingerprint_key, done, lease_ends)"
                + " VALUES (?, ?, ?, FALSE, 0)";
        String update = "UPDATE realtimekit_deliveries SET done = TRUE WHERE token = ?";
        return execute(pool, insert, token, delivery.id(), delivery.fingerprint())
            && execute(pool, update, token);
      };
    }

    private boolean execute(DataSource pool, String sql, Object... arguments) throws SQLException {
      try (Connection connection = pool.getConnection();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < arguments.length; i++) {
          statement.setObject(i + 1, arguments[i]);
        }
        return statement.executeUpdate() == 1;
      }
    }
  };

  interface Task {
    boolean run(Delivery delivery) throws SQLException;
  }

  abstract Task of(DataSource pool);
}

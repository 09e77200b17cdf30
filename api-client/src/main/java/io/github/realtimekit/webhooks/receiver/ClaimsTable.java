package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements of {@link JdbcClaims}. Each works within a transaction as well as without. */
final class ClaimsTable {
  static final String DEFAULT_NAME = "realtimekit_deliveries";

  private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w{0,62}\\.)?[A-Za-z_]\\w{0,62}");
  private static final String SAME = "(id_key = ? OR fingerprint_key = ?)";
  private static final int MAX_ATTEMPTS = 3;

  private final String name;
  private final long leaseMillis;
  private final DeliveryIdentity identity;
  private volatile @Nullable String now;

  ClaimsTable(String name, Duration lease, DeliveryIdentity identity) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name of a table: " + name);
    }
    this.name = name;
    this.leaseMillis = Limits.positive("lease", lease).toMillis();
    if (leaseMillis < 1000) {
      throw new IllegalArgumentException("lease must be at least a second: " + lease);
    }
    this.identity = identity;
  }

  int create(Connection connection) throws SQLException {
    try (InputStream sql = ClaimsTable.class.getResourceAsStream("deliveries.sql")) {
      String create = new String(sql.readAllBytes(), UTF_8).replace(DEFAULT_NAME, name);
      return execute(connection, create);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Claims a delivery, as in progress or as done, unless another claim holds it. */
  State claim(Connection connection, String token, Delivery delivery, boolean done)
      throws SQLException {
    @Nullable String id = identity.idKey(delivery);
    @Nullable String fingerprint = identity.fingerprintKey(delivery);
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (insert(connection, token, id, fingerprint, done)) {
        return State.NEW;
      }
      State state = state(connection, id, fingerprint);
      if (state != State.NEW) {
        return state;
      }
      // The unique columns let only one of several concurrent claims insert.
      execute(
          connection,
          "DELETE FROM %s WHERE %s AND done = FALSE AND lease_ends < %s"
              .formatted(name, SAME, now(connection)),
          id,
          fingerprint);
    }
    return State.IN_PROGRESS;
  }

  int complete(Connection connection, String token) throws SQLException {
    return execute(connection, "UPDATE " + name + " SET done = TRUE WHERE token = ?", token);
  }

  int release(Connection connection, String token) throws SQLException {
    return execute(connection, "DELETE FROM " + name + " WHERE token = ? AND done = FALSE", token);
  }

  int removeOlderThan(Connection connection, Duration age) throws SQLException {
    return execute(
        connection,
        "DELETE FROM %s WHERE lease_ends < %s - ?".formatted(name, now(connection)),
        age.toMillis());
  }

  private boolean insert(
      Connection connection,
      String token,
      @Nullable String id,
      @Nullable String fingerprint,
      boolean done)
      throws SQLException {
    String sql =
        "INSERT INTO "
            + name
            + " (token, id_key, fingerprint_key, done, lease_ends) VALUES (?, ?, ?, ?, ? + "
            + now(connection)
            + ")";
    // PostgreSQL rejects every statement after a failure in a transaction.
    Savepoint start = connection.getAutoCommit() ? null : connection.setSavepoint();
    try {
      execute(connection, sql, token, id, fingerprint, done, leaseMillis);
    } catch (SQLException e) {
      if (!isDuplicate(e)) {
        throw e;
      }
      if (start != null) {
        connection.rollback(start);
      }
      return false;
    }
    if (start != null) {
      connection.releaseSavepoint(start);
    }
    return true;
  }

  /** Returns the state of what has one of the keys. In progress wins, since it may still fail. */
  private State state(Connection connection, @Nullable String id, @Nullable String fingerprint)
      throws SQLException {
    String sql =
        "SELECT done, lease_ends < %s FROM %s WHERE %s".formatted(now(connection), name, SAME);
    try (PreparedStatement statement = prepare(connection, sql, id, fingerprint);
        ResultSet rows = statement.executeQuery()) {
      State state = State.NEW;
      while (rows.next()) {
        boolean done = rows.getBoolean(1);
        boolean leaseEnded = rows.getBoolean(2);
        if (done) {
          state = State.DONE;
        } else if (!leaseEnded) {
          return State.IN_PROGRESS;
        }
      }
      return state;
    }
  }

  /** Returns the expression for the database's time in milliseconds since 1970. */
  private String now(Connection connection) throws SQLException {
    String known = now;
    if (known == null) {
      known =
          switch (connection.getMetaData().getDatabaseProductName()) {
            case "MySQL", "MariaDB" -> "UNIX_TIMESTAMP() * 1000";
            default -> "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";
          };
      now = known;
    }
    return known;
  }

  /** PostgreSQL and H2 have a state for it; MySQL and MariaDB have a code within a wider state. */
  static boolean isDuplicate(SQLException e) {
    return "23505".equals(e.getSQLState())
        || ("23000".equals(e.getSQLState()) && e.getErrorCode() == 1062);
  }

  /** Serialization failures and deadlocks are of the class 40 of SQL states. */
  static boolean isRolledBack(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("40");
  }

  private static int execute(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}

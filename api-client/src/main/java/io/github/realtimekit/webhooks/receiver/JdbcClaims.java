package io.github.realtimekit.webhooks.receiver;

import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Claims in a table of PostgreSQL, MySQL, MariaDB or H2, for all processes that use it.
 *
 * <p>Leases are measured by the database's clock alone, so those of the processes may differ; each
 * row has the lease of the process that claimed it. No connection is held while a delivery is
 * handled. Each connection of the data source has to have a transaction of its own: pass the pool,
 * not a proxy that joins the transaction of the caller.
 *
 * <p>Work on the same database needs no lease if it claims its delivery within its own transaction:
 * {@link #inTransaction}, or {@link #claim(Connection, Delivery)} in a transaction of yours.
 */
public final class JdbcClaims implements DeliveryClaims {
  private static final int MAX_ATTEMPTS = 10;

  private final DataSource dataSource;
  private final ClaimsTable table;

  /**
   * Creates claims in the table {@code realtimekit_deliveries}, with a lease of a minute, by {@link
   * DeliveryIdentity#EITHER}.
   */
  public JdbcClaims(DataSource dataSource) {
    this(dataSource, ClaimsTable.DEFAULT_NAME, Duration.ofMinutes(1), DeliveryIdentity.EITHER);
  }

  /**
   * Creates claims with other settings.
   *
   * @param dataSource pool of connections, with or without auto-commit
   * @param table name of the table, with or without a schema and a dot before it
   * @param lease time after which a delivery in progress may be claimed again; at least a second
   * @param identity what makes two deliveries the same
   * @throws IllegalArgumentException if a name has other characters than ASCII letters, digits and
   *     underscores, begins with a digit or has more than 63 characters; or if the lease is shorter
   *     than a second or longer than 100 years
   */
  public JdbcClaims(
      DataSource dataSource, String table, Duration lease, DeliveryIdentity identity) {
    this.dataSource = dataSource;
    this.table = new ClaimsTable(table, lease, identity);
  }

  /**
   * Creates the table unless there is one of its name. The statement is in the jar for tools that
   * migrate schemas: {@code io/github/realtimekit/webhooks/receiver/deliveries.sql}.
   *
   * @throws SQLException if the table cannot be created
   */
  public void createTable() throws SQLException {
    try {
      transact(table::create);
    } catch (SQLException e) {
      if (!ClaimsTable.isDuplicate(e)) {
        throw e;
      }
      transact(table::create); // PostgreSQL fails while another process creates it.
    }
  }

  /**
   * Removes deliveries whose lease ended longer ago than this. Call it about once a day, with an
   * age of several days: a delivery that is removed counts as new.
   *
   * @return number of deliveries removed
   * @throws IllegalArgumentException if the age is not positive, or longer than 100 years
   * @throws SQLException if the table cannot be written
   */
  public int removeOlderThan(Duration age) throws SQLException {
    Duration checked = Limits.positive("age", age);
    return transact(connection -> table.removeOlderThan(connection, checked));
  }

  @Override
  public Claim claim(Delivery delivery) {
    String token = UUID.randomUUID().toString();
    try {
      State state = transact(connection -> table.claim(connection, token, delivery, false));
      return new Claim(delivery, state, token);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * Claims a delivery within the caller's transaction, and marks it as done: the claim is committed
   * and rolled back with the work, and needs neither a lease nor {@link #complete}. Waits while
   * another transaction claims the same delivery.
   *
   * @return false if the delivery is done: leave out the work, and respond with 2xx
   * @throws IllegalStateException if the connection has auto-commit
   * @throws DeliveryException with status 503 if {@link #once} is handling the delivery
   * @throws SQLException if the table cannot be read or written
   */
  public boolean claim(Connection connection, Delivery delivery) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException(
          "With auto-commit, the claim would stay when the work fails: call setAutoCommit(false)");
    }
    State state = table.claim(connection, UUID.randomUUID().toString(), delivery, true);
    if (state == State.IN_PROGRESS) {
      throw new DeliveryException(Reason.IN_PROGRESS, "Another attempt is being handled");
    }
    return state == State.NEW;
  }

  /** Work on the database of the claims. */
  @FunctionalInterface
  public interface Handler {
    /** Works within the transaction of the connection, which it neither commits nor closes. */
    void handle(Connection connection, Delivery delivery) throws SQLException;
  }

  /**
   * Returns a handler for {@link WebhookEndpoint} that claims a delivery and works on it in one
   * transaction, as {@link #claim(Connection, Delivery)} does in the caller's own. Whatever the
   * work throws rolls back both. If the database rolls the transaction back because of a conflict
   * with another, it is repeated, and the work called again, up to nine times.
   *
   * <p>The handler throws a {@link DeliveryException} with status 503 if {@link #once} is handling
   * the delivery, or if the database fails.
   */
  public Consumer<Delivery> inTransaction(Handler handler) {
    return delivery -> {
      try {
        transact(
            connection ->
                commit(
                    connection,
                    within -> {
                      if (claim(within, delivery)) {
                        handler.handle(within, delivery);
                      }
                      return delivery;
                    }));
      } catch (SQLException e) {
        throw new DeliveryException(
            Reason.CLAIMS_UNAVAILABLE, "The transaction of the delivery failed", e);
      }
    };
  }

  @Override
  public void complete(Claim claim) {
    update(connection -> table.complete(connection, claim.token()));
  }

  @Override
  public void release(Claim claim) {
    update(connection -> table.release(connection, claim.token()));
  }

  /** Tries twice: connections of a pool may have died while the delivery was handled. */
  private void update(Work<Integer> work) {
    try {
      transact(work);
    } catch (SQLException first) {
      try {
        transact(work);
      } catch (SQLException e) {
        e.addSuppressed(first);
        throw unavailable(e);
      }
    }
  }

  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Repeats what the database rolled back because of a conflict with another transaction. */
  private <T> T transact(Work<T> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return connect(work);
      } catch (SQLException e) {
        if (attempt == MAX_ATTEMPTS || !ClaimsTable.isRolledBack(e)) {
          throw e;
        }
      }
    }
  }

  private <T> T connect(Work<T> work) throws SQLException {
    // Pools give no connection to an interrupted thread, but a handled delivery must be stored.
    boolean interrupted = Thread.interrupted();
    try (Connection connection = dataSource.getConnection()) {
      return connection.getAutoCommit() ? work.run(connection) : commit(connection, work);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      T result = work.run(connection);
      connection.commit();
      connection.setAutoCommit(autoCommit);
      return result;
    } catch (Throwable e) {
      try {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      } catch (SQLException dead) {
        e.addSuppressed(dead);
      }
      throw e;
    }
  }

  private static DeliveryException unavailable(SQLException e) {
    return new DeliveryException(
        Reason.CLAIMS_UNAVAILABLE, "The table of the claims cannot be used", e);
  }
}

package io.github.realtimekit.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Claims of one test, with a lease of a minute and a time that the test moves. */
final class ClaimsStore implements AutoCloseable {
  /** Where claims are kept. */
  enum Kind {
    MEMORY,
    H2,
    POSTGRESQL
  }

  final DeliveryClaims claims;

  private final AtomicLong nanos =
      new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // Overflows soon.
  private final String table = Databases.table();
  private final @Nullable Databases database;
  private final @Nullable HikariDataSource pool;

  ClaimsStore(Kind kind, DeliveryIdentity identity) throws SQLException {
    Duration lease = Duration.ofMinutes(1);
    if (kind == Kind.MEMORY) {
      database = null;
      pool = null;
      claims = new InMemoryClaims(1000, lease, Duration.ofHours(1), identity, nanos::get);
      return;
    }
    database = Databases.valueOf(kind.name());
    pool = database.pool(config -> config.setMaximumPoolSize(4));
    JdbcClaims jdbc = new JdbcClaims(pool, table, lease, identity);
    jdbc.createTable();
    claims = jdbc;
  }

  static Delivery delivery(@Nullable String id, String body) {
    return Delivery.of(id, "webhook", body.getBytes(UTF_8));
  }

  /** Lets time pass for the claims so far. */
  void pass(Duration time) throws SQLException {
    nanos.addAndGet(time.toNanos());
    if (database != null) {
      database.execute("UPDATE " + table + " SET lease_ends = lease_ends - " + time.toMillis());
    }
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }
}

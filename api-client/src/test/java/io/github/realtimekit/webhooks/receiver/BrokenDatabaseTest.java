package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of deliveries when the database, its pool or its driver fails. */
class BrokenDatabaseTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final String table = Databases.table();
  private final AtomicInteger handled = new AtomicInteger();
  private final List<HikariDataSource> pools = new ArrayList<>();

  @AfterEach
  void close() {
    pools.forEach(HikariDataSource::close);
  }

  private HikariDataSource pool(boolean autoCommit) {
    return pool(autoCommit, Duration.ofSeconds(30));
  }

  private HikariDataSource pool(boolean autoCommit, Duration timeout) {
    HikariDataSource pool =
        Databases.POSTGRESQL.pool(
            config -> {
              config.setAutoCommit(autoCommit);
              config.setMaximumPoolSize(1);
              config.setConnectionTimeout(timeout.toMillis());
              config.addDataSourceProperty("ApplicationName", table);
            });
    pools.add(pool);
    return pool;
  }

  private JdbcClaims claims(DataSource dataSource) throws SQLException {
    JdbcClaims claims = new JdbcClaims(dataSource, table, LEASE, DeliveryIdentity.EITHER);
    claims.createTable();
    return claims;
  }

  private void endLeases() throws SQLException {
    Databases.POSTGRESQL.execute("UPDATE " + table + " SET lease_ends = lease_ends - 61000");
  }

  private boolean once(JdbcClaims claims) {
    return claims.once(delivery("1", "a"), each -> handled.incrementAndGet());
  }

  private void assertFails(JdbcClaims claims, Reason reason) {
    assertThatThrownBy(() -> once(claims))
        .isInstanceOfSatisfying(
            DeliveryException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.httpStatus()).isEqualTo(503);
            });
  }

  @Test
  void poolWithoutConnectionLeavesDeliveriesToComeAgain() throws Exception {
    HikariDataSource pool = pool(true, Duration.ofSeconds(1));
    JdbcClaims claims = claims(pool);
    try (Connection last = pool.getConnection()) {
      assertThat(last.isValid(1)).isTrue();
      assertFails(claims, Reason.CLAIMS_UNAVAILABLE);
      assertThat(handled).hasValue(0);
    }
    assertThat(once(claims)).isTrue();
  }

  @Test
  void holdsNoConnectionWhileDeliveryIsHandled() throws Exception {
    HikariDataSource pool = pool(true);
    JdbcClaims claims = claims(pool);
    Consumer<Delivery> handler =
        delivery -> {
          try (Connection only = pool.getConnection()) {
            assertThat(only.isClosed()).isFalse();
            handled.incrementAndGet();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(claims.once(delivery("1", "a"), handler)).isTrue();
    assertThat(handled).hasValue(1);
  }

  /** A pool gives an idle connection to an interrupted thread, too, but lets none wait for one. */
  @Test
  void storesWhatAnInterruptedHandlerHasDoneThoughItWaitsForConnection() throws Exception {
    HikariDataSource pool = pool(true);
    JdbcClaims claims = claims(pool);
    Consumer<Delivery> handler =
        each -> {
          handled.incrementAndGet();
          returnLater(takeFrom(pool));
          Thread.currentThread().interrupt();
        };
    assertThat(claims.once(delivery("1", "a"), handler)).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(once(claims)).isFalse();
    assertThat(handled).hasValue(1);
  }

  private static Connection takeFrom(HikariDataSource pool) {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void returnLater(Connection connection) {
    CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              try {
                connection.close();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @Test
  void releasesWhatAnInterruptedHandlerHasNotDone() throws Exception {
    JdbcClaims claims = claims(pool(true));
    Consumer<Delivery> handler =
        each -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted");
        };
    assertThatThrownBy(() -> claims.once(delivery("1", "a"), handler))
        .hasMessage("interrupted")
        .hasNoSuppressedExceptions();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(once(claims)).isTrue();
    assertThat(handled).hasValue(1);
  }

  @Test
  void completesAfterConnectionsDiedWhileDeliveryWasHandled() throws Exception {
    HikariDataSource pool = pool(false);
    JdbcClaims claims = claims(pool);
    String kill =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '%s'"
            .formatted(table);
    Consumer<Delivery> handler =
        delivery -> {
          handled.incrementAndGet();
          try {
            assertThat(Databases.POSTGRESQL.number(kill)).isPositive();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(claims.once(delivery("1", "a"), handler)).isTrue();
    assertThat(once(claims)).isFalse();
    assertThat(handled).hasValue(1);
  }

  /** Returns a data source whose next commits, this many, are carried out and then fail. */
  private static DataSource failingAfterCommit(DataSource pool, AtomicInteger failures) {
    return after(
        DataSource.class,
        pool,
        (getConnection, connection) ->
            after(
                Connection.class,
                (Connection) Objects.requireNonNull(connection),
                (method, nothing) -> {
                  if (method.equals("commit") && failures.getAndDecrement() > 0) {
                    throw new SQLException("Connection lost", "08006");
                  }
                  return nothing;
                }));
  }

  private interface After {
    @Nullable Object apply(String method, @Nullable Object result) throws SQLException;
  }

  /** Returns a proxy that does something after each call. */
  private static <T> T after(Class<T> type, T target, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return after.apply(method.getName(), method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }

  @Test
  void claimThatWasStoredThoughTheCommitFailedEndsWithItsLease() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    JdbcClaims claims = claims(failingAfterCommit(pool(false), failures));
    failures.set(1);
    assertFails(claims, Reason.CLAIMS_UNAVAILABLE);
    assertFails(claims, Reason.IN_PROGRESS);
    endLeases();
    assertThat(once(claims)).isTrue();
    assertThat(handled).hasValue(1);
  }

  @Test
  void whatIsStoredAsDoneThoughTheCommitFailedStaysDone() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    JdbcClaims claims = claims(failingAfterCommit(pool(false), failures));
    Consumer<Delivery> handler =
        delivery -> {
          handled.incrementAndGet();
          failures.set(2);
        };
    assertThatThrownBy(() -> claims.once(delivery("1", "a"), handler))
        .isInstanceOf(DeliveryException.class);
    assertThat(once(claims)).isFalse();
    assertThat(handled).hasValue(1);
  }

  @Tag("slow")
  @Test
  void deliveriesComeAgainUntilTheDatabaseIsBack(@TempDir Path folder) throws Exception {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false);
    int port;
    HikariDataSource pool;
    JdbcClaims claims;
    try (EmbeddedPostgres server = builder.start()) {
      port = server.getPort();
      HikariDataSource own = new HikariDataSource();
      own.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
      own.setConnectionTimeout(1000);
      pools.add(own);
      pool = own;
      claims = new JdbcClaims(pool, table, Duration.ofSeconds(1), DeliveryIdentity.EITHER);
      claims.createTable();
      assertThat(once(claims)).isTrue();
      assertThatThrownBy(
              () ->
                  claims.once(
                      delivery("2", "b"),
                      each -> {
                        handled.incrementAndGet();
                        stop(server);
                      }))
          .isInstanceOfSatisfying(
              DeliveryException.class, e -> assertThat(e.httpStatus()).isEqualTo(503));
    }
    assertFails(claims, Reason.CLAIMS_UNAVAILABLE);
    try (EmbeddedPostgres server = builder.setPort(port).start()) {
      assertThat(server.getPort()).isEqualTo(port);
      assertThat(onceBack(() -> once(claims))).as("done before").isFalse();
      assertThat(onceBack(() -> claims.once(delivery("2", "b"), each -> handled.incrementAndGet())))
          .as("handled, but not stored as done")
          .isTrue();
    }
    assertThat(handled).hasValue(3);
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Attempt {
    boolean run();
  }

  private static boolean onceBack(Attempt attempt) throws InterruptedException {
    while (true) {
      try {
        return attempt.run();
      } catch (DeliveryException e) {
        Thread.sleep(50);
      }
    }
  }
}

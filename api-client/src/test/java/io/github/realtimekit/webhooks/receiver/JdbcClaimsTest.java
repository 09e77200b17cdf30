package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcClaimsTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final List<HikariDataSource> pools = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String table = Databases.table();

  @AfterEach
  void close() {
    threads.shutdownNow();
    pools.forEach(HikariDataSource::close);
  }

  private HikariDataSource pool(Databases database, boolean autoCommit, String isolation) {
    HikariDataSource pool =
        database.pool(
            config -> {
              config.setAutoCommit(autoCommit);
              config.setTransactionIsolation(isolation);
              config.setMaximumPoolSize(16);
            });
    pools.add(pool);
    return pool;
  }

  private HikariDataSource pool(Databases database) {
    return pool(database, false, "TRANSACTION_READ_COMMITTED");
  }

  private JdbcClaims claims(HikariDataSource pool) throws SQLException {
    JdbcClaims claims = new JdbcClaims(pool, table, LEASE, DeliveryIdentity.EITHER);
    claims.createTable();
    return claims;
  }

  private void endLeases(Databases database) throws SQLException {
    database.execute("UPDATE " + table + " SET lease_ends = lease_ends - 61000");
  }

  @ParameterizedTest
  @EnumSource
  void claimIsRolledBackAndCommittedWithTheWork(Databases database) throws Exception {
    HikariDataSource pool = pool(database);
    JdbcClaims claims = claims(pool);
    try (Connection connection = pool.getConnection()) {
      assertThat(claims.claim(connection, delivery("1", "a"))).isTrue();
      connection.rollback();
      assertThat(claims.claim(connection, delivery("1", "a"))).isTrue();
      connection.commit();
      assertThat(claims.claim(connection, delivery("1", "a"))).isFalse();
      assertThat(claims.claim(connection, delivery("2", "b")))
          .as("the transaction goes on after a duplicate")
          .isTrue();
      connection.commit();
    }
    assertThat(claims.once(delivery("1", "a"), each -> {})).isFalse();
    assertThat(claims.once(delivery("2", "b"), each -> {})).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void claimWaitsForTransactionWithTheSameDelivery(boolean commits) throws Exception {
    HikariDataSource pool = pool(Databases.POSTGRESQL);
    JdbcClaims claims = claims(pool);
    try (Connection first = pool.getConnection();
        Connection second = pool.getConnection()) {
      assertThat(claims.claim(first, delivery("1", "a"))).isTrue();
      Future<Boolean> waits = threads.submit(() -> claims.claim(second, delivery("1", "a")));
      while (Databases.POSTGRESQL.number(
              "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'transactionid'"
                  + " AND query LIKE '%"
                  + table
                  + "%'")
          == 0) {
        Thread.sleep(1);
      }
      if (commits) {
        first.commit();
      } else {
        first.rollback();
      }
      assertThat(waits.get()).isEqualTo(!commits);
      second.commit();
    }
  }

  @ParameterizedTest
  @EnumSource
  void claimInTransactionMindsLeases(Databases database) throws Exception {
    HikariDataSource pool = pool(database);
    JdbcClaims claims = claims(pool);
    claims.claim(delivery("1", "a"));
    try (Connection connection = pool.getConnection()) {
      assertThatThrownBy(() -> claims.claim(connection, delivery("1", "a")))
          .isInstanceOfSatisfying(
              DeliveryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_PROGRESS));
      connection.rollback();
      endLeases(database);
      assertThat(claims.claim(connection, delivery("1", "a"))).isTrue();
      connection.rollback();
      assertThat(claims.claim(connection, delivery("1", "a"))).isTrue();
      connection.commit();
    }
    assertThat(claims.claim(delivery("1", "a")).state()).isEqualTo(State.DONE);
  }

  @Test
  void refusesConnectionThatCommitsEachStatement() throws Exception {
    HikariDataSource pool = pool(Databases.H2, true, "TRANSACTION_READ_COMMITTED");
    JdbcClaims claims = claims(pool);
    try (Connection connection = pool.getConnection()) {
      assertThatThrownBy(() -> claims.claim(connection, delivery("1", "a")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("call setAutoCommit(false)");
    }
    assertThat(claims.once(delivery("1", "a"), each -> {})).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRANSACTION_READ_COMMITTED",
        "TRANSACTION_REPEATABLE_READ",
        "TRANSACTION_SERIALIZABLE"
      })
  void sixteenThreadsHandleEachDeliveryOnceWhateverTheIsolation(String isolation) throws Exception {
    HikariDataSource pool = pool(Databases.POSTGRESQL, false, isolation);
    JdbcClaims claims = claims(pool);
    Databases.POSTGRESQL.execute("CREATE TABLE handled_" + table + " (body TEXT)");
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Delivery delivery = delivery("id " + i % 50, "body " + i % 50);
      attempts.add(() -> handleAtLast(claims, delivery));
    }
    int handledNow = 0;
    ExecutorService sixteen = Executors.newFixedThreadPool(16);
    try {
      for (Future<Boolean> attempt : sixteen.invokeAll(attempts)) {
        handledNow += attempt.get() ? 1 : 0;
      }
    } finally {
      sixteen.shutdownNow();
    }
    assertThat(handledNow).isEqualTo(50);
    assertThat(Databases.POSTGRESQL.number("SELECT count(*) FROM handled_" + table)).isEqualTo(50);
    assertThat(Databases.POSTGRESQL.number("SELECT count(DISTINCT body) FROM handled_" + table))
        .isEqualTo(50);
  }

  /** Sends a delivery until it is accepted, as RealtimeKit does. */
  private boolean handleAtLast(JdbcClaims claims, Delivery delivery) {
    while (true) {
      try {
        return claims.once(delivery, this::insert);
      } catch (DeliveryException e) {
        assertThat(e.httpStatus()).isEqualTo(503);
      }
    }
  }

  private void insert(Delivery delivery) {
    try {
      Databases.POSTGRESQL.execute(
          "INSERT INTO handled_%s VALUES ('%s')".formatted(table, delivery.fingerprint()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyUniqueViolationIsDuplicate(Databases database) throws Exception {
    JdbcClaims claims = claims(pool(database));
    database.execute("ALTER TABLE " + table + " ADD CHECK (done = TRUE)");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> claims.once(delivery("1", "a"), each -> {}))
          .isInstanceOfSatisfying(
              DeliveryException.class,
              e -> {
                assertThat(e.reason()).isEqualTo(Reason.CLAIMS_UNAVAILABLE);
                assertThat(e.httpStatus()).isEqualTo(503);
              })
          .hasCauseInstanceOf(SQLException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tableIsCreatedOnceByAll(Databases database) throws Exception {
    HikariDataSource pool = pool(database);
    List<Callable<JdbcClaims>> replicas = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      replicas.add(() -> claims(pool));
    }
    int handled = 0;
    for (Future<JdbcClaims> replica : threads.invokeAll(replicas)) {
      handled += replica.get().once(delivery("1", "a"), each -> {}) ? 1 : 0;
    }
    assertThat(handled).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void removesWhatIsOld(Databases database) throws Exception {
    JdbcClaims claims = claims(pool(database));
    claims.once(delivery("1", "a"), each -> {});
    claims.claim(delivery("2", "b"));
    endLeases(database);
    claims.once(delivery("3", "c"), each -> {});
    assertThat(claims.removeOlderThan(Duration.ofHours(1))).isZero();
    assertThat(claims.removeOlderThan(Duration.ofMillis(500))).isEqualTo(2);
    assertThat(claims.once(delivery("3", "c"), each -> {})).isFalse();
    assertThat(claims.once(delivery("1", "a"), each -> {})).isTrue();
    assertThatThrownBy(() -> claims.removeOlderThan(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("age must be positive");
  }

  @ParameterizedTest
  @EnumSource
  void leaseIsThatOfTheReplicaThatClaimed(Databases database) throws Exception {
    HikariDataSource pool = pool(database);
    JdbcClaims minute = claims(pool);
    JdbcClaims day = new JdbcClaims(pool, table, Duration.ofDays(1), DeliveryIdentity.EITHER);
    minute.claim(delivery("1", "a"));
    day.claim(delivery("2", "b"));
    endLeases(database);
    assertThat(day.claim(delivery("1", "a")).state()).isEqualTo(State.NEW);
    assertThat(minute.claim(delivery("2", "b")).state()).isEqualTo(State.IN_PROGRESS);
  }

  @Test
  void takesTablesOfOtherSchemas() throws Exception {
    Databases.POSTGRESQL.execute("CREATE SCHEMA of_" + table);
    HikariDataSource pool = pool(Databases.POSTGRESQL);
    JdbcClaims claims =
        new JdbcClaims(pool, "of_" + table + ".deliveries", LEASE, DeliveryIdentity.ID);
    claims.createTable();
    assertThat(claims.once(delivery("1", "a"), each -> {})).isTrue();
    assertThat(Databases.POSTGRESQL.number("SELECT count(*) FROM of_" + table + ".deliveries"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "a;DROP TABLE b", "a.b.c", "1a", "\"a\"", "a--", "a$", "é", "a\n"})
  void refusesOtherNamesOfTables(String name) {
    HikariDataSource pool = pool(Databases.H2);
    assertThatThrownBy(() -> new JdbcClaims(pool, name, LEASE, DeliveryIdentity.ID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a name of a table: " + name);
  }

  @Test
  void takesNamesThatPostgresqlDoesNotCut() throws Exception {
    HikariDataSource pool = pool(Databases.POSTGRESQL);
    String longest = table + "x".repeat(63 - table.length());
    new JdbcClaims(pool, longest, LEASE, DeliveryIdentity.ID).createTable();
    assertThat(Databases.POSTGRESQL.number("SELECT count(*) FROM " + longest)).isZero();
    assertThatThrownBy(() -> new JdbcClaims(pool, longest + "x", LEASE, DeliveryIdentity.ID))
        .hasMessage("Not a name of a table: " + longest + "x");
  }

  @Test
  void refusesShortLeases() {
    HikariDataSource pool = pool(Databases.H2);
    assertThatThrownBy(
            () -> new JdbcClaims(pool, table, Duration.ofMillis(999), DeliveryIdentity.ID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lease must be at least a second: PT0.999S");
    assertThat(new JdbcClaims(pool, table, Duration.ofSeconds(1), DeliveryIdentity.ID)).isNotNull();
  }
}

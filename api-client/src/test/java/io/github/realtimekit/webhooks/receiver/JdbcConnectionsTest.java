package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What connections do to claims: their sessions, their pool, and other connections meanwhile. */
class JdbcConnectionsTest {
  private final String table = Databases.table();
  private final List<HikariDataSource> pools = new ArrayList<>();

  @AfterEach
  void close() {
    pools.forEach(HikariDataSource::close);
  }

  private HikariDataSource pool(Databases database, boolean autoCommit, String firstStatement) {
    HikariDataSource pool =
        database.pool(
            config -> {
              config.setAutoCommit(autoCommit);
              config.setConnectionInitSql(firstStatement);
              config.setMaximumPoolSize(2);
            });
    pools.add(pool);
    return pool;
  }

  private JdbcClaims claims(DataSource dataSource) throws SQLException {
    JdbcClaims claims =
        new JdbcClaims(dataSource, table, Duration.ofMinutes(1), DeliveryIdentity.EITHER);
    claims.createTable();
    return claims;
  }

  private void endLeases(Databases database) throws SQLException {
    database.execute("UPDATE " + table + " SET lease_ends = lease_ends - 61000");
  }

  @ParameterizedTest
  @EnumSource
  void leasesDoNotDependOnTheTimeZoneOfTheSession(Databases database) throws Exception {
    JdbcClaims east = claims(pool(database, true, "SET TIME ZONE 'Asia/Tokyo'"));
    JdbcClaims west = claims(pool(database, true, "SET TIME ZONE 'America/Los_Angeles'"));
    assertThat(east.claim(delivery("1", "a")).state()).isEqualTo(State.NEW);
    assertThat(west.claim(delivery("2", "b")).state()).isEqualTo(State.NEW);
    assertThat(east.claim(delivery("2", "b")).state()).isEqualTo(State.IN_PROGRESS);
    assertThat(west.claim(delivery("1", "a")).state()).isEqualTo(State.IN_PROGRESS);
    endLeases(database);
    assertThat(east.claim(delivery("2", "b")).state()).isEqualTo(State.NEW);
    assertThat(west.claim(delivery("1", "a")).state()).isEqualTo(State.NEW);
  }

  /** Returns claims that do something once, before they remove a claim whose lease has ended. */
  private JdbcClaims beforeTakeover(HikariDataSource pool, Runnable action) throws SQLException {
    AtomicBoolean done = new AtomicBoolean();
    return claims(
        WatchedConnections.of(
            pool::getConnection,
            call -> {
              if (call.startsWith("DELETE") && !done.getAndSet(true)) {
                action.run();
              }
              return true;
            }));
  }

  @ParameterizedTest
  @EnumSource
  void takeoverLeavesWhatIsCompletedMeanwhile(Databases database) throws Exception {
    HikariDataSource pool = pool(database, true, "SELECT 1");
    JdbcClaims claims = claims(pool);
    Claim late = claims.claim(delivery("1", "a"));
    endLeases(database);
    JdbcClaims next = beforeTakeover(pool, () -> claims.complete(late));
    assertThat(next.claim(delivery("1", "a")).state()).isEqualTo(State.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void takeoverLeavesTheClaimOfOneThatWasFaster(Databases database) throws Exception {
    HikariDataSource pool = pool(database, true, "SELECT 1");
    JdbcClaims claims = claims(pool);
    claims.claim(delivery("1", "a"));
    endLeases(database);
    List<State> faster = new ArrayList<>();
    JdbcClaims next =
        beforeTakeover(pool, () -> faster.add(claims.claim(delivery("1", "a")).state()));
    assertThat(next.claim(delivery("1", "a")).state()).isEqualTo(State.IN_PROGRESS);
    assertThat(faster).containsExactly(State.NEW);
  }

  @ParameterizedTest
  @EnumSource
  void takeoverTriesAgainAfterOneThatWasFasterHasReleased(Databases database) throws Exception {
    HikariDataSource pool = pool(database, true, "SELECT 1");
    JdbcClaims claims = claims(pool);
    claims.claim(delivery("1", "a"));
    endLeases(database);
    JdbcClaims next = beforeTakeover(pool, () -> claims.release(claims.claim(delivery("1", "a"))));
    assertThat(next.claim(delivery("1", "a")).state()).isEqualTo(State.NEW);
  }

  @ParameterizedTest
  @EnumSource
  void rollsBackWhatFailedWhereThePoolDoesNot(Databases database) throws Exception {
    HikariDataSource pool = pool(database, false, "SELECT 1");
    claims(pool);
    AtomicInteger failures = new AtomicInteger();
    try (Connection only = pool.getConnection()) {
      JdbcClaims claims =
          claims(
              WatchedConnections.of(
                  () -> only,
                  call -> {
                    if (call.equals("commit") && failures.getAndDecrement() > 0) {
                      throw new SQLException("not now");
                    }
                    return !call.equals("close");
                  }));
      failures.set(1);
      assertThatThrownBy(() -> claims.claim(delivery("1", "a")))
          .isInstanceOf(DeliveryException.class)
          .hasRootCauseMessage("not now");
      assertThat(claims.claim(delivery("2", "b")).state()).isEqualTo(State.NEW);
      assertThat(claims.claim(delivery("1", "a")).state()).isEqualTo(State.NEW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void claimsForAMinuteByIdOrBodyByDefault(Databases database) throws Exception {
    JdbcClaims claims = new JdbcClaims(pool(database, true, "SELECT 1"));
    claims.createTable();
    String id = UUID.randomUUID().toString();
    claims.claim(delivery(id, id));
    String pass = "UPDATE realtimekit_deliveries SET lease_ends = lease_ends - ";
    database.execute(pass + 30_000);
    assertThat(claims.claim(delivery(id, id)).state()).isEqualTo(State.IN_PROGRESS);
    database.execute(pass + 31_000);
    Claim next = claims.claim(delivery(id, id));
    assertThat(next.state()).as("a minute has passed").isEqualTo(State.NEW);
    claims.complete(next);
    assertThat(claims.claim(delivery(id, "another body")).state()).isEqualTo(State.DONE);
    assertThat(claims.claim(delivery("another id", id)).state()).isEqualTo(State.DONE);
  }
}

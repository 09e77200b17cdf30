package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims.Claim.State;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of claims when single statements fail, as a driver reports it. */
class JdbcFailuresTest {
  private final String table = Databases.table();
  private final HikariDataSource pool = Databases.H2.pool(config -> config.setAutoCommit(false));

  /** Calls that fail, each once, and the failures. */
  private final List<String> failing = new ArrayList<>();

  private final List<String> failed = new ArrayList<>();
  private String state = "08006";

  private final JdbcClaims claims =
      new JdbcClaims(
          WatchedConnections.of(pool::getConnection, this::failOrAllow),
          table,
          Duration.ofSeconds(1),
          DeliveryIdentity.EITHER);

  private boolean failOrAllow(String call) throws SQLException {
    Optional<String> failure = failing.stream().filter(call::startsWith).findFirst();
    if (failure.isPresent()) {
      failing.remove(failure.get());
      failed.add(failure.get());
      throw new SQLException(failure.get(), state);
    }
    return true;
  }

  @BeforeEach
  void createTable() throws SQLException {
    claims.createTable();
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void createsTheTableAgainIfAnotherProcessCreatesItMeanwhile() throws Exception {
    failing.add("CREATE");
    state = "23505";
    claims.createTable();
    assertThat(failed).containsExactly("CREATE");
    failing.add("CREATE");
    state = "42501";
    assertThatThrownBy(claims::createTable).isInstanceOf(SQLException.class).hasMessage("CREATE");
  }

  @Test
  void reportsWhyTheTableCannotBeCreatedTheSecondTime() {
    failing.addAll(List.of("CREATE", "CREATE"));
    state = "23505";
    assertThatThrownBy(claims::createTable).hasMessage("CREATE");
    assertThat(failed).hasSize(2);
  }

  @Test
  void repeatsNineTimesWhatTheDatabaseRollsBack() {
    state = "40001";
    for (int i = 0; i < 9; i++) {
      failing.add("INSERT");
    }
    assertThat(claims.claim(delivery("1", "a")).state()).isEqualTo(State.NEW);
    for (int i = 0; i < 10; i++) {
      failing.add("INSERT");
    }
    assertThatThrownBy(() -> claims.claim(delivery("2", "b")))
        .isInstanceOf(DeliveryException.class);
    assertThat(failing).isEmpty();
  }

  @Test
  void completesAtTheSecondTry() {
    failing.add("UPDATE");
    assertThat(claims.once(delivery("1", "a"), each -> {})).isTrue();
    assertThat(claims.claim(delivery("1", "a")).state()).isEqualTo(State.DONE);
  }

  @Test
  void releasesAtTheSecondTry() {
    Claim claim = claims.claim(delivery("1", "a"));
    failing.add("DELETE");
    claims.release(claim);
    assertThat(claims.claim(delivery("1", "a")).state()).isEqualTo(State.NEW);
  }

  @Test
  void reportsBothTriesToComplete() {
    failing.addAll(List.of("UPDATE", "UPDATE"));
    assertThatThrownBy(() -> claims.once(delivery("1", "a"), each -> {}))
        .isInstanceOf(DeliveryException.class)
        .cause()
        .hasMessage("UPDATE")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void reportsTheFailureThoughTheRollbackFailsToo() {
    failing.addAll(List.of("INSERT", "rollback"));
    assertThatThrownBy(() -> claims.claim(delivery("1", "a")))
        .cause()
        .hasMessage("INSERT")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .satisfies(rollback -> assertThat(rollback).hasMessage("rollback")));
  }

  @Test
  void isInProgressAfterThreeTakeoversByOthers() throws Exception {
    JdbcClaims others = new JdbcClaims(pool, table, Duration.ofSeconds(1), DeliveryIdentity.EITHER);
    String end = "UPDATE " + table + " SET lease_ends = lease_ends - 2000";
    List<State> takeovers = new ArrayList<>();
    JdbcClaims slow =
        new JdbcClaims(
            WatchedConnections.of(
                pool::getConnection,
                call -> {
                  if (call.startsWith("DELETE")) {
                    takeovers.add(others.claim(delivery("1", "a")).state());
                  } else if (call.startsWith("SELECT")) {
                    Databases.H2.execute(end);
                  }
                  return true;
                }),
            table,
            Duration.ofSeconds(1),
            DeliveryIdentity.EITHER);
    others.claim(delivery("1", "a"));
    assertThat(slow.claim(delivery("1", "a")).state()).isEqualTo(State.IN_PROGRESS);
    assertThat(takeovers).containsExactly(State.NEW, State.NEW, State.NEW);
  }

  /** PostgreSQL and H2 have a state of their own; MySQL and MariaDB have a code. */
  @ParameterizedTest
  @CsvSource({
    "23505, 0, true",
    "23505, 23505, true",
    "23000, 1062, true",
    "23000, 1048, false",
    "23502, 0, false",
    "HY000, 1062, false",
    ", 0, false"
  })
  void onlyUniqueViolationIsDuplicate(String state, int code, boolean duplicate) {
    assertThat(ClaimsTable.isDuplicate(new SQLException("no", state, code))).isEqualTo(duplicate);
  }
}

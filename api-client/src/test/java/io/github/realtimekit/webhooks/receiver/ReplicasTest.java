package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes of a service on one PostgreSQL. */
@Tag("slow")
class ReplicasTest {
  private static final int DELIVERIES = 200;

  private final String table = Databases.table();
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void createTable() throws SQLException {
    Databases.POSTGRESQL.execute("CREATE TABLE handled_" + table + " (id TEXT)");
  }

  @AfterEach
  void kill() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process start(boolean hangs) throws IOException {
    Process process = ClaimingProcess.start(Databases.POSTGRESQL, table, DELIVERIES, hangs);
    processes.add(process);
    return process;
  }

  private static int handled(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return Integer.parseInt(output.strip());
  }

  private void assertEachHandledOnce() throws SQLException {
    assertThat(Databases.POSTGRESQL.number("SELECT count(*) FROM handled_" + table))
        .isEqualTo(DELIVERIES);
    assertThat(Databases.POSTGRESQL.number("SELECT count(DISTINCT id) FROM handled_" + table))
        .isEqualTo(DELIVERIES);
  }

  @Test
  void handleEachDeliveryOnce() throws Exception {
    Process first = start(false);
    Process second = start(false);
    assertThat(handled(first) + handled(second)).isEqualTo(DELIVERIES);
    assertEachHandledOnce();
  }

  @Test
  void deliveryOfProcessThatIsKilledIsHandledByTheOther() throws Exception {
    Process dies = start(true);
    try (BufferedReader output = dies.inputReader()) {
      assertThat(output.readLine()).isEqualTo("handling");
    }
    assertInProgress();
    dies.destroyForcibly();
    assertThat(dies.waitFor()).isNotZero();
    long almost = ClaimingProcess.LEASE.minusSeconds(2).toMillis();
    Databases.POSTGRESQL.execute("UPDATE " + table + " SET lease_ends = lease_ends - " + almost);
    assertThat(handled(start(false))).isEqualTo(DELIVERIES);
    assertEachHandledOnce();
  }

  private void assertInProgress() {
    try (HikariDataSource pool = Databases.POSTGRESQL.pool(config -> config.setPoolName(table))) {
      JdbcClaims claims =
          new JdbcClaims(pool, table, Duration.ofMinutes(1), DeliveryIdentity.EITHER);
      assertThatThrownBy(() -> claims.once(delivery("id 0", "body 0"), each -> {}))
          .isInstanceOfSatisfying(
              DeliveryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_PROGRESS));
    }
  }
}

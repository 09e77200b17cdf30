package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Replica of a service in a process of its own, which gets each delivery. */
final class ClaimingProcess {
  static final Duration LEASE = Duration.ofHours(1);

  private final HikariDataSource pool;
  private final String table;
  private final JdbcClaims claims;

  private ClaimingProcess(String url, String table) throws SQLException {
    this.pool = new HikariDataSource();
    this.pool.setJdbcUrl(url);
    this.table = table;
    this.claims = new JdbcClaims(pool, table, LEASE, DeliveryIdentity.EITHER);
    claims.createTable();
  }

  /** Starts a process that handles deliveries, or one that hangs in the first. */
  static Process start(Databases database, String table, int deliveries, boolean hangs)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ClaimingProcess.class.getName(),
            database.url(),
            table,
            String.valueOf(deliveries),
            String.valueOf(hangs))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] args) throws Exception {
    ClaimingProcess process = new ClaimingProcess(args[0], args[1]);
    if (Boolean.parseBoolean(args[3])) {
      process.claims.once(delivery("id 0", "body 0"), each -> hang());
    }
    System.out.println(process.handle(Integer.parseInt(args[2])));
    process.pool.close();
  }

  private static void hang() {
    System.out.println("handling");
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Handles deliveries in sixteen threads, and returns how many it handled. */
  private int handle(int deliveries) throws Exception {
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int i = 0; i < deliveries; i++) {
      Delivery delivery = delivery("id " + i, "body " + i);
      attempts.add(() -> handleAtLast(delivery));
      attempts.add(() -> handleAtLast(delivery));
    }
    Collections.shuffle(attempts);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    int handled = 0;
    for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
      handled += attempt.get() ? 1 : 0;
    }
    threads.shutdown();
    return handled;
  }

  /** Takes a delivery until it is accepted, as RealtimeKit sends it. */
  private boolean handleAtLast(Delivery delivery) throws InterruptedException {
    while (true) {
      try {
        return claims.once(delivery, this::insert);
      } catch (DeliveryException e) {
        Thread.sleep(10);
      }
    }
  }

  private void insert(Delivery delivery) {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO handled_" + table + " VALUES (?)")) {
      insert.setString(1, delivery.id());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.github.realtimekit.webhooks.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.JdbcClaims;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a delivery that is new to one that is stored as done, on a PostgreSQL of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClaimsBenchmark {
  @Param("OURS")
  Claimer client;

  /** One delivery; every kind of work has this parameter. */
  @Param("1")
  int webhooks;

  private EmbeddedPostgres server;
  private HikariDataSource pool;
  private Claimer.Task task;

  @Setup
  public void start() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    pool = new HikariDataSource();
    pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
    new JdbcClaims(pool).createTable();
    task = client.of(pool);
  }

  @TearDown
  public void stop() throws IOException {
    pool.close();
    server.close();
  }

  @Benchmark
  public boolean once() throws SQLException {
    String id = UUID.randomUUID().toString();
    return task.run(Delivery.of(id, "a-webhook", ("\"" + id + "\"").getBytes(UTF_8)));
  }
}

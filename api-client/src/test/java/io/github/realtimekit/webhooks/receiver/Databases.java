package io.github.realtimekit.webhooks.receiver;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Consumer;

/** Databases that all tests share. */
enum Databases {
  POSTGRESQL {
    @Override
    String url() {
      return Postgres.SERVER.getJdbcUrl("postgres", "postgres");
    }
  },
  H2 {
    @Override
    String url() {
      return "jdbc:h2:mem:claims;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }
  };

  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  abstract String url();

  HikariDataSource pool(Consumer<HikariConfig> settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setMinimumIdle(0);
    settings.accept(config);
    return new HikariDataSource(config);
  }

  /** Returns a name of a table that no other test has. */
  static String table() {
    return "claims_" + UUID.randomUUID().toString().replace('-', '_');
  }

  /** Executes a statement. */
  void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the number in the first row of a result. */
  long number(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

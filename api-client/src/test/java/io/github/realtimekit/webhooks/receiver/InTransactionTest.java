package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.realtimekit.webhooks.receiver.DeliveryException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers whose work is committed with the claim of the delivery, in pools of either kind. */
class InTransactionTest {
  private static final byte[] BODY = "{\"event\":\"meeting.ended\"}".getBytes(UTF_8);

  /** A database, and whether its pool commits each statement. */
  enum Kind {
    POSTGRESQL(Databases.POSTGRESQL, false),
    POSTGRESQL_AUTO_COMMIT(Databases.POSTGRESQL, true),
    H2(Databases.H2, false),
    H2_AUTO_COMMIT(Databases.H2, true);

    final Databases database;
    final boolean autoCommit;

    Kind(Databases database, boolean autoCommit) {
      this.database = database;
      this.autoCommit = autoCommit;
    }
  }

  private final String table = Databases.table();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final ReceivingServer server = new ReceivingServer();

  @AfterEach
  void close() {
    server.close();
    pools.forEach(HikariDataSource::close);
  }

  private HikariDataSource pool(Kind kind) throws SQLException {
    HikariDataSource pool =
        kind.database.pool(
            config -> {
              config.setAutoCommit(kind.autoCommit);
              config.setMaximumPoolSize(1);
            });
    pools.add(pool);
    kind.database.execute("CREATE TABLE inbox_" + table + " (id VARCHAR(64))");
    return pool;
  }

  private JdbcClaims claims(DataSource pool) throws SQLException {
    JdbcClaims claims = new JdbcClaims(pool, table, Duration.ofMinutes(1), DeliveryIdentity.EITHER);
    claims.createTable();
    return claims;
  }

  private void insert(Connection connection, Delivery delivery) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO inbox_" + table + " VALUES (?)")) {
      insert.setString(1, delivery.fingerprint());
      insert.executeUpdate();
    }
  }

  private long stored(Kind kind) throws SQLException {
    return kind.database.number("SELECT count(*) FROM inbox_" + table);
  }

  @ParameterizedTest
  @EnumSource
  void storesEachDeliveryOnce(Kind kind) throws Exception {
    JdbcClaims claims = claims(pool(kind));
    Consumer<Delivery> handler = claims.inTransaction(this::insert);
    handler.accept(delivery("1", "a"));
    handler.accept(delivery("1", "a"));
    handler.accept(delivery("2", "b"));
    assertThat(stored(kind)).isEqualTo(2);
    assertThat(claims.once(delivery("1", "a"), each -> {})).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void rollsBackClaimAndWorkWhateverTheHandlerThrows(Kind kind) throws Exception {
    HikariDataSource pool = pool(kind);
    JdbcClaims claims = claims(pool);
    List<Throwable> thrown =
        List.of(
            new IllegalStateException("no room"),
            new StackOverflowError(),
            new SQLException("no column"));
    for (Throwable failure : thrown) {
      Consumer<Delivery> handler =
          claims.inTransaction(
              (connection, delivery) -> {
                insert(connection, delivery);
                sneakyThrow(failure);
              });
      assertThatThrownBy(() -> handler.accept(delivery("1", "a")))
          .satisfies(e -> assertThat(e == failure || e.getCause() == failure).isTrue());
      assertThat(stored(kind)).isZero();
      try (Connection only = pool.getConnection()) {
        assertThat(only.getAutoCommit()).isEqualTo(kind.autoCommit);
      }
    }
    claims.inTransaction(this::insert).accept(delivery("1", "a"));
    assertThat(stored(kind)).isEqualTo(1);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneakyThrow(Throwable failure) throws E {
    throw (E) failure;
  }

  @ParameterizedTest
  @EnumSource
  void repeatsWhatTheDatabaseRolledBack(Kind kind) throws Exception {
    JdbcClaims claims = claims(pool(kind));
    List<Delivery> calls = new ArrayList<>();
    claims
        .inTransaction(
            (connection, delivery) -> {
              insert(connection, delivery);
              calls.add(delivery);
              if (calls.size() < 3) {
                throw new SQLException("deadlock", "40P01");
              }
            })
        .accept(delivery("1", "a"));
    assertThat(calls).hasSize(3);
    assertThat(stored(kind)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void restoresTheConnectionWhereThePoolDoesNot(Kind kind) throws Exception {
    HikariDataSource pool = pool(kind);
    try (Connection only = pool.getConnection()) {
      JdbcClaims single = claims(WatchedConnections.of(() -> only, call -> !call.equals("close")));
      Consumer<Delivery> fails =
          single.inTransaction(
              (connection, delivery) -> {
                insert(connection, delivery);
                throw new StackOverflowError();
              });
      assertThatThrownBy(() -> fails.accept(delivery("1", "a")))
          .isInstanceOf(StackOverflowError.class);
      assertThat(only.getAutoCommit()).isEqualTo(kind.autoCommit);
      single.inTransaction(this::insert).accept(delivery("1", "a"));
      assertThat(only.getAutoCommit()).isEqualTo(kind.autoCommit);
    }
    assertThat(stored(kind)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void endpointRespondsAsTheTransactionEnds(Kind kind) throws Exception {
    JdbcClaims claims = claims(pool(kind));
    DeliverySigner signer = Signers.FIRST;
    WebhookReceiver receiver =
        WebhookReceiver.builder().keys(WebhookKeys.pinned(signer.publicKeyPem())).build();
    server.receive(
        new WebhookEndpoint(receiver, claims.inTransaction(this::insert), failures::add));
    var headers = signer.headers(BODY, "a-webhook");
    DeliveryClaims.Claim running =
        claims.claim(Delivery.of(headers.get("rtk-uuid"), "a-webhook", BODY));
    assertThat(server.deliver(BODY, headers)).isEqualTo(503);
    assertThat(((DeliveryException) failures.get(0)).reason()).isEqualTo(Reason.IN_PROGRESS);
    claims.release(running);
    kind.database.execute("ALTER TABLE inbox_" + table + " RENAME TO away_" + table);
    assertThat(server.deliver(BODY, headers)).isEqualTo(503);
    assertThat(((DeliveryException) failures.get(1)).reason()).isEqualTo(Reason.CLAIMS_UNAVAILABLE);
    kind.database.execute("ALTER TABLE away_" + table + " RENAME TO inbox_" + table);
    assertThat(server.deliver(BODY, headers)).isEqualTo(204);
    assertThat(server.deliver(BODY, headers)).isEqualTo(204);
    assertThat(stored(kind)).isEqualTo(1);
  }
}

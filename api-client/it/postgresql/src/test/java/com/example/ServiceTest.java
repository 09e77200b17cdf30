package com.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two replicas of the service on one PostgreSQL, of which one is killed now and then. */
class ServiceTest {
  private static final int DELIVERIES = 1000;
  private static final DeliverySigner SIGNER = DeliverySigner.generate();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final AtomicReferenceArray<Replica> replicas = new AtomicReferenceArray<>(2);
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger attempts = new AtomicInteger();
  private EmbeddedPostgres database;
  private String databaseUrl;

  @BeforeEach
  void start() throws Exception {
    database = EmbeddedPostgres.start();
    databaseUrl = database.getJdbcUrl("postgres", "postgres");
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(
          new String(ServiceTest.class.getResourceAsStream("/schema.sql").readAllBytes(), UTF_8));
    }
    for (int i = 0; i < replicas.length(); i++) {
      replicas.set(i, Replica.start(databaseUrl, SIGNER.publicKeyPem()));
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (int i = 0; i < replicas.length(); i++) {
      replicas.get(i).kill();
    }
    database.close();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void worksOnEachDeliveryOnceThoughReplicasAreKilled() throws Exception {
    List<Callable<Void>> senders = new ArrayList<>();
    for (int i = 0; i < DELIVERIES; i++) {
      byte[] body = "{\"event\":\"meeting.ended\",\"reason\":\"%d\"}".formatted(i).getBytes(UTF_8);
      Map<String, String> headers = SIGNER.headers(body, "a-webhook");
      senders.add(() -> sendUntilAccepted(body, headers));
      if (i % 3 == 0) {
        senders.add(() -> sendUntilAccepted(body, headers));
      }
      if (i % 5 == 0) { // RealtimeKit does not rule out that a retry has another id.
        Map<String, String> otherId = SIGNER.headers(body, "a-webhook");
        senders.add(() -> sendUntilAccepted(body, otherId));
      }
    }
    Collections.shuffle(senders);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    int quarter = senders.size() / 4;
    for (int kill = 1; kill <= 3; kill++) {
      List<Future<Void>> sent = send(threads, senders.subList((kill - 1) * quarter, kill * quarter));
      while (accepted.get() < kill * quarter - quarter / 2) {
        Thread.sleep(1);
      }
      kill(kill);
      for (Future<Void> each : sent) {
        each.get();
      }
      replicas.set(kill % 2, Replica.start(databaseUrl, SIGNER.publicKeyPem()));
    }
    for (Future<Void> each : send(threads, senders.subList(3 * quarter, senders.size()))) {
      each.get();
    }
    threads.shutdown();
    while (number("SELECT count(*) FROM scheduled_tasks") > 0) {
      Thread.sleep(100);
    }
    long archived = number("SELECT count(*) FROM archive");
    long distinct = number("SELECT count(DISTINCT meeting) FROM archive");
    System.out.printf(
        "%d deliveries, %d sent, %d attempts, %d archived, %d twice%n",
        DELIVERIES, senders.size(), attempts.get(), distinct, archived - distinct);
    assertEquals(DELIVERIES, distinct);
    assertEquals(DELIVERIES, archived);
  }

  private static List<Future<Void>> send(
      ExecutorService threads, List<Callable<Void>> senders) {
    return senders.stream().map(threads::submit).toList();
  }

  /** Ends a replica while it works. */
  private void kill(int times) throws Exception {
    replicas.get(times % 2).kill();
    long picked = number("SELECT count(*) FROM scheduled_tasks WHERE picked");
    long archived = number("SELECT count(*) FROM archive");
    System.out.printf(
        "SIGKILL %d: %d accepted, %d archived, %d tasks picked%n",
        times, accepted.get(), archived, picked);
    assertTrue(picked > 0, "no work was under way");
  }

  /** Sends to either replica until one responds with 2xx, as RealtimeKit does behind a balancer. */
  private Void sendUntilAccepted(byte[] body, Map<String, String> headers) throws Exception {
    while (true) {
      attempts.incrementAndGet();
      int status = send(replicas.get(ThreadLocalRandom.current().nextInt(2)).url(), body, headers);
      if (status == 204) {
        accepted.incrementAndGet();
        return null;
      }
      assertEquals(5, status / 100, "final for RealtimeKit: " + status);
      Thread.sleep(100);
    }
  }

  private int send(URI url, byte[] body, Map<String, String> headers) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(3))
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 599; // The replica died, or is too slow.
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

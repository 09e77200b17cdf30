package com.example;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.JdbcClaims;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.InputStream;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Stores deliveries as tasks of db-scheduler, responds, and works from there. */
@SpringBootApplication
@RestController
public class Service {
  // snippet: slow-work-store
  record Stored(String id, String webhookId, byte[] body) implements Serializable {}

  static final TaskDescriptor<Stored> WORK = TaskDescriptor.of("delivery", Stored.class);

  private final WebhookEndpoint endpoint;
  private final JdbcClaims claims;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final SchedulerClient scheduler;

  @PostMapping("/hooks")
  ResponseEntity<Void> receive(InputStream body, @RequestHeader HttpHeaders headers) {
    return ResponseEntity.status(endpoint.receive(body, headers::getFirst)).build();
  }

  private void store(Delivery delivery) {
    transaction.executeWithoutResult(
        status -> {
          if (jdbc.execute((Connection connection) -> claims.claim(connection, delivery))) {
            Stored stored = new Stored(delivery.id(), delivery.webhookId(), delivery.body());
            scheduler.scheduleIfNotExists(
                WORK.instance(UUID.randomUUID().toString()).data(stored).scheduledTo(Instant.now()));
          }
        });
  }

  // end

  Service(
      @Value("${webhook.key}") String key,
      DataSource pool,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      SchedulerClient scheduler)
      throws SQLException {
    WebhookReceiver receiver = WebhookReceiver.builder().keys(WebhookKeys.pinned(key)).build();
    this.endpoint =
        new WebhookEndpoint(
            receiver, this::store, e -> LoggerFactory.getLogger(Service.class).warn("Delivery", e));
    this.claims = new JdbcClaims(pool);
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.scheduler = scheduler;
    claims.createTable();
  }

  @Bean
  static Task<Stored> work(Worker worker) {
    return Tasks.oneTime(WORK).execute((task, context) -> worker.work(task.getData()));
  }

  public static void main(String[] args) {
    SpringApplication.run(Service.class, args);
  }
}

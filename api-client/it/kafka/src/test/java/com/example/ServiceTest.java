package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.MeetingEndReason;
import io.github.realtimekit.webhooks.sandbox.DeliveryAttempt;
import io.github.realtimekit.webhooks.sandbox.DeliveryFault;
import io.github.realtimekit.webhooks.sandbox.EventDelivery;
import io.github.realtimekit.webhooks.sandbox.SandboxExtension;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The service on a broker in this process, with the sandbox in the place of RealtimeKit. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ServiceTest {
  @RegisterExtension static final SandboxExtension sandbox = new SandboxExtension();

  private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "deliveries");
  private ConfigurableApplicationContext context;

  @BeforeEach
  void start() {
    broker.afterPropertiesSet();
    context =
        SpringApplication.run(
            Service.class,
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
            "--spring.kafka.producer.properties.max.block.ms=60000",
            "--webhook.key-url=" + sandbox.sandbox().keyUrl());
    // A producer that is cold asks for the brokers first, which may take longer than a response.
    context.getBean(KafkaTemplate.class).partitionsFor("deliveries");
    String port = context.getEnvironment().getProperty("local.server.port");
    sandbox.app().addWebhook("kafka", "http://127.0.0.1:" + port + "/hooks");
  }

  @AfterEach
  void stop() {
    context.close();
    broker.destroy();
  }

  private static List<Integer> deliver(EventDelivery delivery) {
    return sandbox.app().deliver(delivery).stream().map(DeliveryAttempt::status).toList();
  }

  @Test
  void eachConsumerGetsTypedEvents() throws Exception {
    assertEquals(List.of(204), deliver(EventDelivery.of("meeting.started")));
    assertEquals(
        List.of(204, 204),
        deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.DUPLICATE)));
    assertEquals(List.of(204), deliver(EventDelivery.of("room.exploded")));

    Service service = context.getBean(Service.class);
    while (service.counts.size() < 3 || service.archive.isEmpty()) {
      Thread.sleep(10);
    }
    assertEquals(
        Map.of(
            EventType.MEETING_STARTED, 1, EventType.MEETING_ENDED, 1, EventType.of("room.exploded"), 1),
        service.counts);
    assertEquals(1, service.archive.size());
    assertEquals(MeetingEndReason.ALL_PARTICIPANTS_LEFT, service.archive.get(0).reason());
  }

  @Test
  void deliveryComesAgainWhileThereIsNoBroker() {
    broker.destroy();
    List<Integer> statuses = deliver(EventDelivery.of("meeting.ended"));
    assertEquals(6, statuses.size());
    // 0 is no response in time, 503 a retry while the first attempt is still being handled.
    assertTrue(statuses.stream().allMatch(status -> status == 0 || status >= 500), () -> "" + statuses);
  }
}

package com.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.realtimekit.webhooks.Delivery;
import io.github.realtimekit.webhooks.DeliveryClaims;
import io.github.realtimekit.webhooks.DeliveryException;
import io.github.realtimekit.webhooks.DeliverySigner;
import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.MeetingEnded;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookKeys;
import io.github.realtimekit.webhooks.WebhookReceiver;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A web service that takes and returns the client's models, receives deliveries, and plays the API for the client. */
@SpringBootApplication
@RestController
public class Application {
  private static final String WEBHOOK =
      "{\"id\":\"0d1f069d-43bb-489a-ad8c-7eb95592ba8e\",\"created_at\":\"2022-05-28T07:01:53.075Z\",\"enabled\":true,"
          + "\"events\":[\"meeting.started\",\"meeting.invented\"],\"name\":\"first\","
          + "\"updated_at\":\"2022-05-28T07:01:53.075Z\",\"url\":\"https://example.com/hooks\"}";

  private final DeliverySigner signer = DeliverySigner.generate();
  private final DeliveryClaims claims = DeliveryClaims.inMemory();
  private final List<Event> handled = new CopyOnWriteArrayList<>();
  private volatile boolean keyIsDown;
  private WebhookReceiver receiver;
  private WebhooksClient webhooks;

  @GetMapping("/accounts/acc/realtime/kit/app/webhooks")
  String api() {
    return "{\"success\":true,\"data\":[" + WEBHOOK + "]}";
  }

  @GetMapping("/webhooks")
  List<Webhook> list() {
    return webhooks.listWebhooks();
  }

  @PostMapping("/webhooks")
  WebhookRequest echo(@RequestBody WebhookRequest request) {
    if (!request.events().equals(List.of(EventType.MEETING_ENDED))) {
      throw new IllegalArgumentException("unexpected events: " + request);
    }
    return request;
  }

  @GetMapping("/key")
  ResponseEntity<Map<String, Object>> key() {
    return keyIsDown
        ? ResponseEntity.internalServerError().build()
        : ResponseEntity.ok(Map.of("data", Map.of("publicKey", signer.publicKeyPem())));
  }

  @PostMapping("/hooks")
  ResponseEntity<Void> receive(@RequestBody byte[] body, @RequestHeader HttpHeaders headers) {
    try {
      Delivery delivery = receiver.receive(body, headers::getFirst);
      claims.once(delivery, each -> handled.add(each.event()));
      return ResponseEntity.noContent().build();
    } catch (DeliveryException e) {
      return ResponseEntity.status(e.httpStatus()).build();
    }
  }

  private void receiveDeliveries(String base) throws Exception {
    receiver = WebhookReceiver.builder().keys(WebhookKeys.fetched(base + "/key")).build();
    byte[] ended = "{\"event\":\"meeting.ended\",\"reason\":\"é\"}".getBytes(UTF_8);
    Map<String, String> headers = signer.headers(ended, "a-webhook");
    keyIsDown = true;
    expect("503", deliver(base, ended, headers));
    keyIsDown = false;
    expect("204", deliver(base, ended, headers));
    expect("204", deliver(base, ended, headers));
    expect("401", deliver(base, (new String(ended, UTF_8) + " ").getBytes(UTF_8), headers));
    expect("401", deliver(base, ended, Map.of("rtk-uuid", "1")));
    byte[] unknown = "{\"event\":\"room.exploded\"}".getBytes(UTF_8);
    expect("204", deliver(base, unknown, signer.headers(unknown, "a-webhook")));
    expect("[meeting.ended, room.exploded]", handled.stream().map(Event::type).toList().toString());
    expect("é", ((MeetingEnded) handled.get(0)).reason());
  }

  private static String deliver(String base, byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/hooks"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return String.valueOf(
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode());
  }

  public static void main(String[] args) throws Exception {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(Application.class, "--server.port=0", "--server.address=127.0.0.1")) {
      String base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
      Application application = context.getBean(Application.class);
      application.webhooks =
          WebhooksClient.builder().apiToken("test-token").accountId("acc").appId("app").baseUrl(base).build();
      expect("[" + WEBHOOK + "]", send(HttpRequest.newBuilder(URI.create(base + "/webhooks"))));
      String request = "{\"name\":\"second\",\"url\":\"https://example.com\",\"events\":[\"meeting.ended\"]}";
      expect(
          request,
          send(
              HttpRequest.newBuilder(URI.create(base + "/webhooks"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(request))));
      application.receiveDeliveries(base);
    }
    Files.writeString(
        Path.of("target/versions.md"),
        "| Spring Boot " + SpringBootVersion.getVersion() + " | " + Runtime.version().feature() + " |\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }

  private static void expect(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected\n" + expected + "\nbut was\n" + actual);
    }
  }
}

package com.example;

import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryClaims;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.ModelAdapters;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

/**
 * A web service that takes and returns the client's models, and receives the deliveries of a webhook that it creates.
 * The API is the sandbox, in a process of its own.
 */
@SpringBootApplication
@RestController
public class Application {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final DeliveryClaims claims = DeliveryClaims.inMemory();
  private final List<EventType> handled = new CopyOnWriteArrayList<>();
  private volatile int keyFailures;
  private URI sandbox;
  private WebhooksClient webhooks;
  private WebhookReceiver receiver;

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

  /** Passes the sandbox's key on, unless it is to fail. */
  @GetMapping("/key")
  ResponseEntity<String> key() throws Exception {
    if (keyFailures-- > 0) {
      return ResponseEntity.internalServerError().build();
    }
    return ResponseEntity.ok(send(HttpRequest.newBuilder(sandbox.resolve("/.well-known/webhooks.json"))));
  }

  @PostMapping("/hooks")
  ResponseEntity<Void> receive(@RequestBody byte[] body, @RequestHeader HttpHeaders headers) {
    try {
      Delivery delivery = receiver.receive(body, headers::getFirst);
      claims.once(delivery, each -> handled.add(each.event().type()));
      return ResponseEntity.noContent().build();
    } catch (DeliveryException e) {
      return ResponseEntity.status(e.httpStatus()).build();
    }
  }

  private void start(URI sandbox, URI service) {
    this.sandbox = sandbox;
    webhooks =
        WebhooksClient.builder()
            .apiToken("sandbox-token")
            .accountId("acc")
            .appId("app")
            .baseUrl(sandbox.toString())
            .build();
    receiver =
        WebhookReceiver.builder().keys(WebhookKeys.fetched(service.resolve("/key").toString())).build();
    webhooks.createWebhook(
        WebhookRequest.builder()
            .name("deliveries to Spring")
            .url(service.resolve("/hooks"))
            .events(webhooks.listEventTypes())
            .build());
  }

  private void returnsAndTakesModels(URI service) throws Exception {
    String listed = send(HttpRequest.newBuilder(service.resolve("/webhooks")));
    expect(
        webhooks.listWebhooks(),
        new Moshi.Builder()
            .add(new ModelAdapters())
            .build()
            .adapter(Types.newParameterizedType(List.class, Webhook.class))
            .fromJson(listed));
    String request = "{\"name\":\"second\",\"url\":\"https://example.com\",\"events\":[\"meeting.ended\"]}";
    expect(
        request,
        send(
            HttpRequest.newBuilder(service.resolve("/webhooks"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request))));
  }

  private void receivesDeliveries() throws Exception {
    keyFailures = 1;
    expect("503 204", deliver("meeting.ended", ""));
    expect("401", deliver("meeting.started", "bad_signature"));
    expect("204 204", deliver("meeting.started", "duplicate"));
    expect("204", deliver("room.exploded", ""));
    expect(
        List.of(EventType.MEETING_ENDED, EventType.MEETING_STARTED, EventType.of("room.exploded")),
        handled);
  }

  /** Has the sandbox deliver an event, and returns the status codes of its attempts. */
  private String deliver(String event, String fault) throws Exception {
    String faults = fault.isEmpty() ? "" : "\"" + fault + "\"";
    String body =
        "{\"event\":\"%s\",\"account_id\":\"acc\",\"app_id\":\"app\",\"faults\":[%s]}".formatted(event, faults);
    String attempts =
        send(
            HttpRequest.newBuilder(sandbox.resolve("/sandbox/deliveries"))
                .POST(BodyPublishers.ofString(body)));
    return String.join(
        " ",
        Pattern.compile("(?<=\"status\":)\\d+").matcher(attempts).results().map(MatchResult::group).toList());
  }

  public static void main(String[] args) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process sandbox =
        new ProcessBuilder(java, "-jar", args[0])
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (ConfigurableApplicationContext context =
        SpringApplication.run(Application.class, "--server.port=0", "--server.address=127.0.0.1")) {
      URI service = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
      Application application = context.getBean(Application.class);
      application.start(URI.create(sandbox.inputReader().readLine()), service);
      application.returnsAndTakesModels(service);
      application.receivesDeliveries();
    } finally {
      sandbox.destroy();
    }
    Files.writeString(
        Path.of("target/versions.md"),
        "| Spring Boot " + SpringBootVersion.getVersion() + " | " + Runtime.version().feature() + " |\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected\n" + expected + "\nbut was\n" + actual);
    }
  }
}

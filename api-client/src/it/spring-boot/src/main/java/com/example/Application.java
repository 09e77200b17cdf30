package com.example;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
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
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A web service that takes and returns the client's models, and plays the API for the client. */
@SpringBootApplication
@RestController
public class Application {
  private static final String WEBHOOK =
      "{\"id\":\"0d1f069d-43bb-489a-ad8c-7eb95592ba8e\",\"created_at\":\"2022-05-28T07:01:53.075Z\",\"enabled\":true,"
          + "\"events\":[\"meeting.started\",\"meeting.invented\"],\"name\":\"first\","
          + "\"updated_at\":\"2022-05-28T07:01:53.075Z\",\"url\":\"https://example.com/hooks\"}";

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

package com.example;

import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.UnauthorizedException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls a server of its own, and writes the versions that it ran with to target/versions.md. */
public final class Application {
  private static final String WEBHOOK =
      """
      {"id":"0d1f069d-43bb-489a-ad8c-7eb95592ba8e","created_at":"2022-05-28T07:01:53.075Z","enabled":true,\
      "events":["meeting.started"],"name":"first","updated_at":"2022-05-28T07:01:53.075Z",\
      "url":"https://example.com/hooks"}""";

  public static void main(String[] args) throws Exception {
    HttpServer server = server();
    try {
      check(server);
    } finally {
      server.stop(0);
    }
    expect(1, Collections.list(classes("okhttp3/OkHttpClient.class")).size());
    expect(1, Collections.list(classes("okio/Buffer.class")).size());
    Files.writeString(Path.of("target/versions.md"), versions(args[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void check(HttpServer server) throws Exception {
    try (WebhooksClient webhooks = client(server, "test-token")) {
      expect("first", webhooks.listWebhooks().get(0).name());
      Webhook created =
          webhooks.createWebhook(
              WebhookRequest.builder()
                  .name("first")
                  .url(URI.create("https://example.com/hooks"))
                  .events(EventType.MEETING_STARTED)
                  .build());
      expect(List.of(EventType.MEETING_STARTED), created.events());
      expect(created, webhooks.async().getWebhook(created.id()).get());
      expect(created, webhooks.editWebhook(created.id(), WebhookPatch.builder().enabled(true).build()));
    }
    try (WebhooksClient refused = client(server, "other-token")) {
      refused.listWebhooks();
      throw new AssertionError("a refused token was let through");
    } catch (UnauthorizedException e) {
      expect(401, e.status());
    }
  }

  private static WebhooksClient client(HttpServer server, String token) {
    return WebhooksClient.builder()
        .apiToken(token)
        .accountId("acc")
        .appId("app")
        .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
        .build();
  }

  /** Refuses the first request with a 503, which the client retries. */
  private static HttpServer server() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger requests = new AtomicInteger();
    server.createContext(
        "/accounts/acc/realtime/kit/app/webhooks",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean list = exchange.getRequestURI().getPath().endsWith("/webhooks");
          boolean post = exchange.getRequestMethod().equals("POST");
          boolean known = "Bearer test-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          int status = requests.getAndIncrement() == 0 ? 503 : !known ? 401 : post ? 201 : 200;
          byte[] body =
              (status == 401
                      ? "\"{\\n  message: \\\"Unauthorized\\\"\\n}\\n\""
                      : "{\"success\":true,\"data\":" + (list && !post ? "[" + WEBHOOK + "]" : WEBHOOK) + "}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static java.util.Enumeration<java.net.URL> classes(String name) throws IOException {
    return Application.class.getClassLoader().getResources(name);
  }

  private static String versions(String name) throws IOException {
    StringBuilder row = new StringBuilder("| " + name + " | " + Runtime.version().feature() + " |");
    for (String type : List.of("retrofit2.Retrofit", "okhttp3.OkHttpClient", "okio.Buffer", "kotlin.Unit")) {
      String file = Collections.list(classes(type.replace('.', '/') + ".class")).get(0).getPath();
      row.append(' ').append(file.replaceAll(".*/([^/]+)\\.jar!.*", "$1")).append(" |");
    }
    return row.append('\n').toString();
  }

  private static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}

package com.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.ModelAdapters;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.sandbox.DeliveryAttempt;
import io.github.realtimekit.webhooks.sandbox.DeliveryFault;
import io.github.realtimekit.webhooks.sandbox.EventDelivery;
import io.github.realtimekit.webhooks.sandbox.SandboxExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;

/** The service, with the sandbox in the place of the API. */
class ApplicationTest {
  @RegisterExtension static final SandboxExtension sandbox = new SandboxExtension();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private ConfigurableApplicationContext context;
  private HttpServer keys;
  private WebhooksClient webhooks;
  private URI service;
  private volatile int keyFailures;

  @BeforeEach
  void start() throws Exception {
    context = SpringApplication.run(Application.class, "--server.port=0", "--server.address=127.0.0.1");
    service = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    keys = keys();
    webhooks =
        WebhooksClient.builder()
            .apiToken(sandbox.token())
            .accountId(sandbox.app().accountId())
            .appId(sandbox.app().appId())
            .baseUrl(sandbox.baseUrl().toString())
            .build();
    application().register(webhooks, URI.create("http://127.0.0.1:" + keys.getAddress().getPort()), service);
  }

  @AfterEach
  void stop() {
    webhooks.close();
    keys.stop(0);
    context.close();
  }

  @AfterAll
  static void writeVersions() throws IOException {
    Files.writeString(
        Path.of("target/versions.md"),
        "| Spring Boot " + SpringBootVersion.getVersion() + " | " + Runtime.version().feature() + " |\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Test
  void returnsAndTakesModels() throws Exception {
    String listed = send(HttpRequest.newBuilder(service.resolve("/webhooks")));
    assertEquals(
        webhooks.listWebhooks(),
        new Moshi.Builder()
            .add(new ModelAdapters())
            .build()
            .adapter(Types.newParameterizedType(List.class, Webhook.class))
            .fromJson(listed));

    String request = "{\"name\":\"second\",\"url\":\"https://example.com\",\"events\":[\"meeting.ended\"]}";
    assertEquals(
        request,
        send(
            HttpRequest.newBuilder(service.resolve("/webhooks"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request))));
  }

  @Test
  void returnsEventsAsTheyCame() throws Exception {
    for (String event :
        List.of(
            "{\"event\":\"recording.statusUpdate\",\"recording\":{\"fileSize\":2044680,\"recordingDuration\":0.5}}",
            "{\"event\":\"meeting.ended\",\"meeting\":{\"endedAt\":null},\"reason\":[12345678901234567890]}",
            "{\"event\":\"room.exploded\",\"at\":[12345678901234567890,null,\"é\"]}")) {
      assertEquals(
          event,
          send(
              HttpRequest.newBuilder(service.resolve("/events"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(event))));
    }
  }

  @Test
  void receivesDeliveries() {
    keyFailures = 1;
    List<Integer> statuses = deliver(EventDelivery.of("meeting.ended"));
    assertEquals(503, statuses.get(0));
    assertEquals(204, statuses.get(statuses.size() - 1));
    assertEquals(List.of(401), deliver(EventDelivery.of("meeting.started").with(DeliveryFault.BAD_SIGNATURE)));
    assertEquals(List.of(204, 204), deliver(EventDelivery.of("meeting.started").with(DeliveryFault.DUPLICATE)));
    assertEquals(List.of(204), deliver(EventDelivery.of("room.exploded")));
    assertEquals(
        List.of(EventType.MEETING_ENDED, EventType.MEETING_STARTED, EventType.of("room.exploded")),
        application().handled);
  }

  @Test
  void refusesBodyLargerThanItsMemoryAndReceivesTheNextDelivery() throws Exception {
    long size = 300L << 20;
    assertTrue(Runtime.getRuntime().maxMemory() < size, "the heap is bounded by the pom");
    assertEquals("HTTP/1.1 413 ", statusLine(size));
    assertEquals(List.of(204), deliver(EventDelivery.of("meeting.summary")));
  }

  /** Posts a body without a signature, no more of it than until the response, and returns the status line. */
  private String statusLine(long size) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      Thread sender = new Thread(() -> send(socket, size));
      sender.start();
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }
  }

  private static void send(Socket socket, long size) {
    try {
      String head = "POST /hooks HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + size + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      byte[] part = new byte[1 << 20];
      for (long sent = 0; sent < size; sent += part.length) {
        socket.getOutputStream().write(part);
      }
    } catch (IOException e) {
      // One of the two has closed the connection, after the response.
    }
  }

  private Application application() {
    return context.getBean(Application.class);
  }

  private static List<Integer> deliver(EventDelivery delivery) {
    return sandbox.app().deliver(delivery).stream().map(DeliveryAttempt::status).toList();
  }

  /** Passes the sandbox's key on, unless it is to fail. */
  private HttpServer keys() throws Exception {
    String key = send(HttpRequest.newBuilder(sandbox.sandbox().keyUrl()));
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean fails = keyFailures-- > 0;
          exchange.sendResponseHeaders(fails ? 500 : 200, 0);
          exchange.getResponseBody().write(key.getBytes());
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString()).body();
  }
}

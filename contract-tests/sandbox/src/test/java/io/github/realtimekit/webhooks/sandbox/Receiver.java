package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A webhook's server, which responds with the given status codes in turn, then with 204. */
public final class Receiver implements AutoCloseable {
  public record Post(String path, Headers headers, String body) {
    public String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses;
  private final HttpServer server;

  public Receiver(Integer... statuses) throws IOException {
    this.statuses = new ConcurrentLinkedQueue<>(Arrays.asList(statuses));
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Headers headers = new Headers();
            headers.putAll(exchange.getRequestHeaders());
            posts.add(new Post(exchange.getRequestURI().getPath(), headers, body));
            Integer status = this.statuses.poll();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
          }
        });
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public List<Post> posts() {
    return posts;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

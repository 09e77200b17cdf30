package io.github.realtimekit.webhooks.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The JDK's HTTP server, with a thread for each request and a log. */
final class Server implements AutoCloseable {
  /** Virtual threads that hold a lock while they read block others before this version. */
  private static final int JAVA_WITH_VIRTUAL_THREADS = 24;

  private final HttpServer http;
  private final ExecutorService threads = threads();
  private final Consumer<String> log;

  /**
   * Creates a server that logs a line for each request.
   *
   * @throws IOException if the port is taken
   */
  Server(InetSocketAddress address, Consumer<String> log) throws IOException {
    this.http = HttpServer.create(address, 0);
    this.log = log;
    http.setExecutor(threads);
  }

  /**
   * Serves a path, on connections that are closed after each response. On one that stays open, the
   * body waits 40 ms for the client's acknowledgment of the head, since the JDK sends the two apart
   * before Java 25; the system property against that is for all servers of the process.
   */
  void serve(String path, HttpHandler handler) {
    http.createContext(
        path,
        exchange -> {
          long start = System.nanoTime();
          exchange.getResponseHeaders().set("Connection", "close");
          try {
            handler.handle(exchange);
          } finally {
            log(exchange, Duration.ofNanos(System.nanoTime() - start));
          }
        });
  }

  static boolean isRoot(HttpExchange exchange) {
    return "/".equals(exchange.getRequestURI().getPath());
  }

  void start() {
    http.start();
  }

  int port() {
    return http.getAddress().getPort();
  }

  /** Stops immediately. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  /** Leaves out what the page asks for all the time. */
  private void log(HttpExchange exchange, Duration took) {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getRawPath();
    if (method.equals("GET") && (isRoot(exchange) || path.startsWith("/sandbox/"))) {
      return;
    }
    String line =
        "%s %s %s %d %d ms"
            .formatted(
                AppState.TIMESTAMP.format(Instant.now()),
                method,
                path,
                exchange.getResponseCode(),
                took.toMillis());
    log.accept(line.replaceAll("[^ -~]", "?"));
  }

  /** A thread for each request, so that one that is never sent completely holds up no other. */
  private static ExecutorService threads() {
    if (Runtime.version().feature() >= JAVA_WITH_VIRTUAL_THREADS) {
      try {
        return (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("no virtual threads on Java " + Runtime.version(), e);
      }
    }
    return Executors.newCachedThreadPool();
  }
}

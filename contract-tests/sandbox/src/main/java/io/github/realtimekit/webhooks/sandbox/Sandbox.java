package io.github.realtimekit.webhooks.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stand-in for the webhooks API of RealtimeKit that keeps its state in memory. Thread-safe. */
public final class Sandbox implements AutoCloseable {
  /** Token that a sandbox accepts by default. */
  public static final String DEFAULT_TOKEN = "sandbox-token";

  /** Address that a sandbox listens on by default: reachable from this machine only. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(3);

  /** Virtual threads that hold a lock while they read block others before this version. */
  private static final int JAVA_WITH_VIRTUAL_THREADS = 24;

  private final HttpServer server;
  private final String host;
  private final Spec spec;
  private final Router router;
  private final Credentials credentials;
  private final ExecutorService threads = threads();
  private final Apps apps = new Apps();
  private final Deliveries deliveries;
  private final Endpoints endpoints;

  private Sandbox(Builder builder, HttpServer server) {
    this.server = server;
    this.host = builder.host;
    this.spec = Spec.load();
    this.router = new Router(spec);
    this.credentials = new Credentials(builder.token);
    SigningKey key = new SigningKey();
    this.deliveries =
        new Deliveries(
            spec, key, new DeliverySender(key, builder.deliversAnywhere, DELIVERY_TIMEOUT));
    this.endpoints = new Endpoints(apps, deliveries, key);
    WebhookOperations operations = new WebhookOperations(spec, builder.partialEcho);
    serve("/", new ApiHandler(credentials, router, operations, apps));
    serve(Endpoints.KEY_PATH, endpoints.key());
    serve("/sandbox/deliveries", endpoints.deliveries());
    serve("/sandbox/key-endpoint", endpoints.keyEndpoint());
    server.setExecutor(threads);
    server.start();
  }

  /** Returns a builder for a sandbox on any free port of {@value #DEFAULT_HOST}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the base URL of the API, as in {@code http://127.0.0.1:8080/client/v4}. */
  public URI baseUrl() {
    String authority = host.contains(":") ? "[" + host + "]" : host;
    int port = server.getAddress().getPort();
    return URI.create("http://" + authority + ":" + port + router.basePath());
  }

  /** Returns the token that is accepted. */
  public String token() {
    return credentials.token();
  }

  /** Returns the app with these ids; any two name one, which is empty at first. */
  public SandboxApp app(String accountId, String appId) {
    return new SandboxApp(
        new Apps.Key(accountId, appId), apps, deliveries, spec.values("EventType"));
  }

  /** Returns the URL of the key that signs deliveries, for the receiver. */
  public URI keyUrl() {
    return baseUrl().resolve(Endpoints.KEY_PATH);
  }

  /**
   * Serves a path, on connections that are closed after each response. On one that stays open, the
   * body waits 40 ms for the client's acknowledgment of the head, since the JDK sends the two apart
   * before Java 25; the system property against that is for all servers of the process.
   */
  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Connection", "close");
          handler.handle(exchange);
        });
  }

  /** Makes the key endpoint fail with 503, until it is set to work again; it works at first. */
  public void keyEndpointDown(boolean down) {
    endpoints.keyEndpointDown(down);
  }

  /** Stops immediately and drops all state. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
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

  /** Options of a sandbox. */
  public static final class Builder {
    private String host = DEFAULT_HOST;
    private int port;
    private String token = DEFAULT_TOKEN;
    private boolean partialEcho;
    private boolean deliversAnywhere;

    private Builder() {}

    /**
     * Sets the address to listen on, {@value Sandbox#DEFAULT_HOST} by default. With any other than
     * a loopback address, the sandbox can be reached from other machines.
     */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /** Sets the port to listen on; 0, the default, takes any free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** Sets the bearer token to accept, {@value Sandbox#DEFAULT_TOKEN} by default. */
    public Builder token(String token) {
      this.token = token;
      return this;
    }

    /**
     * Sets whether responses to replace and edit leave {@code enabled} out, as was observed of the
     * live API, though its documentation promises it. False by default.
     */
    public Builder partialEcho(boolean partialEcho) {
      this.partialEcho = partialEcho;
      return this;
    }

    /**
     * Sets whether events are delivered to any URL, instead of loopback addresses only. False by
     * default.
     */
    public Builder deliversAnywhere(boolean deliversAnywhere) {
      this.deliversAnywhere = deliversAnywhere;
      return this;
    }

    /**
     * Starts the sandbox, which then accepts requests.
     *
     * @throws IOException if the host is unknown or the port is taken
     */
    public Sandbox start() throws IOException {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
      return new Sandbox(this, HttpServer.create(address, 0));
    }
  }
}

package io.github.realtimekit.webhooks.sandbox;

import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A stand-in for the webhooks API of RealtimeKit that keeps its state in memory. The page at the
 * root of its URL shows what it receives and delivers. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {
  /** Token that a sandbox accepts by default. */
  public static final String DEFAULT_TOKEN = "sandbox-token";

  /** Address that a sandbox listens on by default: reachable from this machine only. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  private final Server server;
  private final String host;
  private final Spec spec;
  private final Router router;
  private final Credentials credentials;
  private final Apps apps = new Apps();
  private final SigningKey key = new SigningKey();
  private final Deliveries deliveries;

  private Sandbox(Builder builder, Server server) {
    this.server = server;
    this.host = builder.host;
    this.spec = Spec.load();
    this.router = new Router(spec);
    this.credentials = new Credentials(builder.token);
    this.deliveries =
        new Deliveries(
            spec, key, new DeliverySender(key, builder.deliversAnywhere, builder.deliveryTimeout));
    WebhookOperations operations = new WebhookOperations(spec, builder.partialEcho);
    ApiHandler api = new ApiHandler(credentials, router, operations, apps);
    ControlHandler control =
        new ControlHandler(
            new Reports(spec, router.basePath(), apps, key),
            new Actions(apps, deliveries, key),
            key,
            new BrowserGuard(host));
    server.serve("/", exchange -> (Server.isRoot(exchange) ? control : api).handle(exchange));
    server.serve("/sandbox", control);
    server.serve(SigningKey.PATH, control);
    server.start();
  }

  /** Returns a builder for a sandbox on any free port of {@value #DEFAULT_HOST}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the base URL of the API, as in {@code http://127.0.0.1:8080/client/v4}. */
  public URI baseUrl() {
    String authority = host.contains(":") ? "[" + host + "]" : host;
    int port = server.port();
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
    return baseUrl().resolve(SigningKey.PATH);
  }

  /** Makes the key endpoint fail with 503, until it is set to work again; it works at first. */
  public void keyEndpointDown(boolean down) {
    key.endpointDown(down);
  }

  /** Stops immediately. */
  @Override
  public void close() {
    server.close();
  }

  /** Options of a sandbox. */
  public static final class Builder {
    private String host = DEFAULT_HOST;
    private int port;
    private String token = DEFAULT_TOKEN;
    private boolean partialEcho;
    private boolean deliversAnywhere;
    private Duration deliveryTimeout = Duration.ofSeconds(3);
    private Consumer<String> log = line -> {};

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

    /** Sets how long a delivery waits for the whole response, 3 seconds by default. */
    Builder deliveryTimeout(Duration deliveryTimeout) {
      this.deliveryTimeout = deliveryTimeout;
      return this;
    }

    /** Logs a line for each request; off by default. */
    Builder log(Consumer<String> log) {
      this.log = log;
      return this;
    }

    /**
     * Starts the sandbox, which then accepts requests.
     *
     * @throws IOException if the host is unknown or the port is taken
     */
    public Sandbox start() throws IOException {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
      return new Sandbox(this, new Server(address, log));
    }
  }
}

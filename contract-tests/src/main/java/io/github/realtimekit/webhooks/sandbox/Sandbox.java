package io.github.realtimekit.webhooks.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running stand-in for the webhooks of RealtimeKit, reachable from this machine alone. */
public final class Sandbox implements AutoCloseable {
  /** The token that the sandbox accepts unless it is told another. */
  public static final String DEFAULT_TOKEN = "sandbox-token";

  /** By its bytes: the loopback address by name may be that of IPv6. */
  private static final byte[] HOST = {127, 0, 0, 1};

  private static final int THREADS = 8;

  static {
    // The server sends head and body apart; unless told so, it waits 40 ms between the two.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final String token;
  private final ExecutorService threads;
  private final Store store = new Store();
  private final PendingFailures failures = new PendingFailures();
  private final RequestLog requests = new RequestLog();
  private final WebhookRules rules;

  private Sandbox(HttpServer server, WebhookRules rules, String token, boolean partialEcho) {
    this.server = server;
    this.token = token;
    this.rules = rules;
    this.threads = Executors.newFixedThreadPool(THREADS);
    Operations operations = new Operations(store, rules, partialEcho);
    server.createContext(
        "/", new HttpFront(new Credentials(token), operations, failures, requests));
    server.setExecutor(threads);
  }

  /**
   * Returns a sandbox that answers already, without webhooks.
   *
   * @param port where it listens; 0 for any free one
   * @param token the one bearer token that it accepts
   * @param partialEcho whether the answers to replace and edit leave fields out, as observed of the
   *     API, though its documents and the spec promise them
   * @throws IOException if the port is taken, or the spec is not on the class path
   */
  public static Sandbox start(int port, String token, boolean partialEcho) throws IOException {
    WebhookRules rules = new WebhookRules(Spec.load().values("EventType"));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(HOST), port);
    Sandbox sandbox = new Sandbox(HttpServer.create(address, 0), rules, token, partialEcho);
    sandbox.server.start();
    return sandbox;
  }

  /** Returns where the API begins, as in {@code http://127.0.0.1:8080/client/v4}. */
  public URI baseUrl() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create("http://" + host + ":" + address.getPort() + Route.BASE_PATH);
  }

  /** Returns the one token that is accepted. */
  public String token() {
    return token;
  }

  /** Returns the app, which needs not be known to the sandbox before. */
  public SandboxApp app(String accountId, String appId) {
    return new SandboxApp(new AppKey(accountId, appId), store, failures, requests, rules.events());
  }

  /** Lets a Pact verifier set the states of the contract, at {@code /pact-states}. */
  void answerPactStates() {
    server.createContext(PactStatesFront.PATH, new PactStatesFront(new PactStates(this)));
  }

  /** Stops at once; what it held is gone. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

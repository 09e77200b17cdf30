package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.realtimekit.webhooks.sandbox.Response.ErrorResponseException;
import io.github.realtimekit.webhooks.sandbox.Router.Call;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Responds to requests to the API: checks size, token, path and body, then carries them out. */
final class ApiHandler implements HttpHandler {
  static final int MAX_BODY_BYTES = 1 << 20;

  private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());

  private final Credentials credentials;
  private final Router router;
  private final WebhookOperations operations;
  private final Apps apps;

  ApiHandler(Credentials credentials, Router router, WebhookOperations operations, Apps apps) {
    this.credentials = credentials;
    this.router = router;
    this.operations = operations;
    this.apps = apps;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, respond(exchange));
    }
  }

  private Response respond(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    try {
      String body = new String(read(exchange.getRequestBody()), UTF_8);
      authorize(exchange, method, body);
      Call call = router.route(method, exchange.getRequestURI().getRawPath(), body);
      AppState app = apps.state(call.app());
      return app.takeFailure()
          .map(failure -> failure.respond(() -> operations.carryOut(call, app)))
          .orElseGet(() -> operations.carryOut(call, app));
    } catch (ErrorResponseException e) {
      return e.response();
    } catch (RuntimeException fault) {
      LOG.log(System.Logger.Level.ERROR, "cannot respond to " + method, fault);
      return Response.named("server error");
    }
  }

  private void authorize(HttpExchange exchange, String method, String body) {
    Received request = Received.of(exchange, body);
    try {
      credentials.check(request.header("Authorization").orElse(null), method);
    } catch (ErrorResponseException e) {
      keep(request.withoutBody());
      throw e;
    }
    keep(request);
  }

  private void keep(Received request) {
    router.app(request.path()).ifPresent(app -> apps.log(app, request));
  }

  private static byte[] read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
    if (body.length <= MAX_BODY_BYTES) {
      return body;
    }
    // A client that still sends does not read.
    in.transferTo(OutputStream.nullOutputStream());
    throw new ErrorResponseException(Response.named("request body too large"));
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    pause(response.delay());
    Headers headers = exchange.getResponseHeaders();
    headers.set("cf-ray", ray());
    response.headers().forEach(headers::set);
    byte[] body = response.body().getBytes(UTF_8);
    if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.status(), body.length);
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, response.cutOff() ? body.length / 2 : body.length);
    // Closing the exchange drops the buffer of a body that is cut off; Java 25 has the headers in
    // it.
    out.flush();
  }

  /** Ends early when the sandbox stops. */
  private static void pause(Duration delay) throws InterruptedIOException {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped before the response was sent");
    }
  }

  /** Names the sandbox where the API names one of its data centers. */
  private static String ray() {
    return String.format(Locale.ROOT, "%016x-SANDBOX", ThreadLocalRandom.current().nextLong());
  }
}

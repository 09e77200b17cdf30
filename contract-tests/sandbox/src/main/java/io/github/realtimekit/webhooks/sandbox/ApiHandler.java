package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Optional;
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
      Optional<String> body = read(exchange);
      Received request = Received.of(exchange, body.orElse(""));
      Optional<Response> error =
          body.isEmpty()
              ? Optional.of(Response.named("request body too large"))
              : credentials.check(request);
      long number =
          apps.log(
              router.app(request.path()).orElse(null),
              error.isPresent() ? request.withoutBody() : request);
      Response response = error.orElseGet(() -> respond(request));
      pause(response.delay());
      apps.log(number, response);
      exchange.getResponseHeaders().set("cf-ray", ray());
      response.send(exchange);
    }
  }

  /** Reads a body to its end, since a client that still sends does not read; empty if too large. */
  static Optional<String> read(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
    in.transferTo(OutputStream.nullOutputStream());
    return body.length <= MAX_BODY_BYTES ? Optional.of(new String(body, UTF_8)) : Optional.empty();
  }

  private Response respond(Received request) {
    try {
      Call call = router.route(request.method(), request.path(), request.body());
      AppState app = apps.state(call.app());
      return app.takeFailure()
          .map(failure -> failure.respond(() -> operations.carryOut(call, app)))
          .orElseGet(() -> operations.carryOut(call, app));
    } catch (ErrorResponseException e) {
      return e.response();
    } catch (RuntimeException fault) {
      LOG.log(System.Logger.Level.ERROR, "cannot respond to " + request.method(), fault);
      return Response.named("server error");
    }
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

package io.github.realtimekit.webhooks.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Turns a request into an answer: the body, the token, the path, then the operation. */
final class HttpFront implements HttpHandler {
  static final int MAX_BODY_BYTES = 1 << 20;

  /** A client that is still sending does not read, so what is too much is read on for a while. */
  private static final int MAX_CHUNKS_READ_ON = 16;

  private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());

  private final Credentials credentials;
  private final Operations operations;
  private final PendingFailures failures;
  private final RequestLog requests;

  HttpFront(
      Credentials credentials,
      Operations operations,
      PendingFailures failures,
      RequestLog requests) {
    this.credentials = credentials;
    this.operations = operations;
    this.failures = failures;
    this.requests = requests;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      send(exchange, answer(exchange));
    } finally {
      exchange.close();
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    try {
      byte[] body = read(exchange.getRequestBody());
      requests.add(Received.of(exchange, body));
      credentials.check(exchange.getRequestHeaders().getFirst("Authorization"), method);
      return answer(Route.of(method, exchange.getRequestURI().getRawPath()), body);
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (RuntimeException fault) {
      LOG.log(System.Logger.Level.ERROR, "cannot answer " + method, fault);
      return Failure.serverError();
    }
  }

  private Answer answer(Route route, byte[] body) {
    return failures
        .next(route.app())
        .map(failure -> failure.answer(() -> operations.carryOut(route, body)))
        .orElseGet(() -> operations.carryOut(route, body));
  }

  private static byte[] read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
    if (body.length <= MAX_BODY_BYTES) {
      return body;
    }
    for (int i = 0; i < MAX_CHUNKS_READ_ON && in.readNBytes(body, 0, body.length) > 0; i++) {}
    Answer answer = Answer.edge(413, 413, Text.EDGE_413.with(MAX_BODY_BYTES));
    throw new Refusal(answer.withHeader("Connection", "close"));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    pause(answer.delay());
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("cf-ray", ray());
    answer.headers().forEach(headers::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    byte[] body = Json.bytes(answer.body());
    exchange.sendResponseHeaders(answer.status(), body.length);
    if (answer.isCutOff()) {
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
      return;
    }
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Cut short when the sandbox stops. */
  private static void pause(Duration delay) throws InterruptedIOException {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting to answer");
    }
  }

  /** Where the API names one of its data centers, so that nobody takes it to the support. */
  private static String ray() {
    return String.format(Locale.ROOT, "%016x-SANDBOX", ThreadLocalRandom.current().nextLong());
  }
}

package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends deliveries to a receiver. Redirects are not followed. */
final class Forwarder {
  private static final int BAD_GATEWAY = 502;
  private static final int BODY_START = 200;

  /** Fields of one connection (RFC 9110, 7.6.1), and those that OkHttp sets for the new request. */
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /**
   * Outcome of a delivery that was sent to a receiver.
   *
   * @param status status code to respond with: that of the receiver, or 502 if there is none
   * @param millis duration in milliseconds
   * @param failure why there is no response; null if there is one
   * @param body start of the body of a response that is not 2xx; else empty
   */
  record Result(int status, long millis, @Nullable String failure, String body) {
    @Override
    public String toString() {
      if (failure != null) {
        return "no response after %d ms: %s".formatted(millis, failure);
      }
      String rest = body.isEmpty() ? "" : ": " + TerminalText.printable(body);
      return "status %d in %d ms%s".formatted(status, millis, rest);
    }
  }

  private final URI target;
  private final OkHttpClient http;

  Forwarder(URI target, Duration timeout) {
    this.target = target;
    this.http =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .readTimeout(Duration.ZERO)
            .callTimeout(timeout)
            .build();
  }

  Result send(StoredDelivery delivery) {
    Request request =
        new Request.Builder()
            .url(target.toString())
            .headers(headers(delivery.headers()))
            .post(RequestBody.create(delivery.body(), null))
            .build();
    long start = System.nanoTime();
    try (Response response = http.newCall(request).execute()) {
      String body = response.isSuccessful() ? "" : response.peekBody(BODY_START).string().strip();
      return new Result(response.code(), millisSince(start), null, body);
    } catch (IOException e) {
      // A 5xx makes the sender try again, which is what an unreachable receiver needs.
      return new Result(BAD_GATEWAY, millisSince(start), String.valueOf(e.getMessage()), "");
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static Headers headers(Map<String, String> received) {
    String named = received.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    Set<String> ofThisConnection = new HashSet<>(List.of(named.strip().split("\\s*,\\s*")));
    Headers.Builder headers = new Headers.Builder();
    received.forEach(
        (name, value) -> {
          String lowerCase = name.toLowerCase(Locale.ROOT);
          if (!OF_CONNECTION.contains(lowerCase) && !ofThisConnection.contains(lowerCase)) {
            headers.addUnsafeNonAscii(name, value);
          }
        });
    return headers.build();
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Sends an event to the URL of a webhook, signed. Thread-safe. */
final class DeliverySender {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private final SigningKey key;
  private final boolean anywhere;
  private final Duration timeout;
  private final HttpClient http;

  /** Creates a sender that waits for each whole response as long as the timeout. */
  DeliverySender(SigningKey key, boolean anywhere, Duration timeout) {
    this.key = key;
    this.anywhere = anywhere;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  /** Returns whether the sandbox may deliver to the URL: to a loopback address, or anywhere. */
  boolean isAllowed(String url) {
    if (anywhere) {
      return true;
    }
    try {
      String host = URI.create(url).getHost();
      return host != null && LOOPBACK.matcher(host).matches();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  DeliveryAttempt send(Delivery delivery, String id) {
    try {
      return delivery.attempt(id, status(request(delivery, id)), "");
    } catch (IOException | IllegalArgumentException e) {
      return delivery.attempt(id, 0, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return delivery.attempt(id, 0, "interrupted");
    }
  }

  /** Limits the time of the whole response; the request's own limit ends with the head. */
  private int status(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<Void>> response =
        http.sendAsync(request, BodyHandlers.discarding());
    try {
      return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole response within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } finally {
      response.cancel(true);
    }
  }

  private HttpRequest request(Delivery delivery, String id) {
    EventDelivery event = delivery.event();
    String prefix = event.has(DeliveryFault.DYTE_HEADERS) ? "dyte-" : "rtk-";
    byte[] body = delivery.body().getBytes(UTF_8);
    byte[] signed = event.has(DeliveryFault.BAD_SIGNATURE) ? "{}".getBytes(UTF_8) : body;
    return HttpRequest.newBuilder(URI.create(delivery.url()))
        .header("Content-Type", "application/json")
        .header(prefix + "signature", key.sign(signed))
        .header(prefix + "uuid", id)
        .header(prefix + "webhook-id", delivery.webhook().path("id").asText())
        .POST(event.has(DeliveryFault.SLOW) ? slowly(body) : BodyPublishers.ofByteArray(body))
        .build();
  }

  private static BodyPublisher slowly(byte[] body) {
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(
            () ->
                new ByteArrayInputStream(body) {
                  @Override
                  public synchronized int read(byte[] to, int from, int length) {
                    if (pos > 0 && pos < count) {
                      Deliveries.sleep(PAUSE);
                    }
                    return super.read(to, from, Math.min(length, 1 + count / 2));
                  }
                }),
        body.length);
  }
}

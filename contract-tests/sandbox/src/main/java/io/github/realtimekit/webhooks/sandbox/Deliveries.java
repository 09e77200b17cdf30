package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Delivers events to the URLs of webhooks, signed and with retries. Thread-safe. */
final class Deliveries {
  /** Neither number of retries nor waits are documented; Dyte's documentation had five retries. */
  static final int RETRIES = 5;

  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private final Spec spec;
  private final Store store;
  private final SigningKey key;
  private final boolean anywhere;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final Map<AppKey, List<EventDelivery>> heldBack = new HashMap<>();
  private final Map<AppKey, List<DeliveryAttempt>> attempts = new HashMap<>();
  private final Map<String, Integer> delivered = new HashMap<>();

  Deliveries(Spec spec, Store store, SigningKey key, boolean anywhere) {
    this.spec = spec;
    this.store = store;
    this.key = key;
    this.anywhere = anywhere;
  }

  /** Returns the attempts for this event, and for those that were held back until now. */
  List<DeliveryAttempt> deliver(AppKey app, EventDelivery delivery) {
    if (delivery.has(DeliveryFault.REORDER)) {
      synchronized (this) {
        heldBack.computeIfAbsent(app, key -> new ArrayList<>()).add(delivery);
      }
      return List.of();
    }
    List<DeliveryAttempt> made = new ArrayList<>(deliverNow(app, delivery));
    List<EventDelivery> late;
    synchronized (this) {
      late = heldBack.getOrDefault(app, List.of());
      heldBack.remove(app);
    }
    late.forEach(each -> made.addAll(deliverNow(app, each)));
    return made;
  }

  synchronized List<DeliveryAttempt> attempts(AppKey app) {
    return List.copyOf(attempts.getOrDefault(app, List.of()));
  }

  synchronized void clear(AppKey app) {
    heldBack.remove(app);
    attempts.remove(app);
  }

  private List<DeliveryAttempt> deliverNow(AppKey app, EventDelivery delivery) {
    if (delivery.has(DeliveryFault.ROTATED_KEY)) {
      key.rotate();
    }
    String body = body(delivery);
    List<DeliveryAttempt> made = new ArrayList<>();
    for (JsonNode webhook : store.list(app)) {
      if (webhook.path("enabled").asBoolean() && isSubscribed(webhook, delivery.type())) {
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < (delivery.has(DeliveryFault.DUPLICATE) ? 2 : 1); i++) {
          made.addAll(deliver(webhook, id, delivery, body));
        }
      }
    }
    synchronized (this) {
      attempts.computeIfAbsent(app, key -> new ArrayList<>()).addAll(made);
    }
    return made;
  }

  /** Nothing can subscribe to an unknown event, so all webhooks receive it. */
  private boolean isSubscribed(JsonNode webhook, String type) {
    return !spec.values("EventType").contains(type)
        || StreamSupport.stream(webhook.path("events").spliterator(), false)
            .anyMatch(event -> event.asText().equals(type));
  }

  private String body(EventDelivery delivery) {
    JsonNode mapping = spec.tree().at("/components/schemas/Event/discriminator/mapping");
    JsonNode reference = Json.object().set("$ref", mapping.path(delivery.type()));
    JsonNode example =
        mapping.has(delivery.type()) ? spec.resolve(reference).path("example") : Json.object();
    ObjectNode body = Json.object().put("event", delivery.type());
    body.setAll((ObjectNode) example.deepCopy());
    distinguish(body, delivery.type());
    Json.merge(body, delivery.changes(), true);
    return Json.text(body);
  }

  /**
   * Moves the time of creation on, by a millisecond for each earlier delivery of the type: equal
   * bodies are one event to a receiver. Examples without that time stay as they are.
   */
  private synchronized void distinguish(ObjectNode body, String type) {
    int earlier = delivered.merge(type, 1, Integer::sum) - 1;
    ObjectNode parent = body.findParent("createdAt");
    if (parent != null) {
      Instant createdAt = Instant.parse(parent.get("createdAt").textValue());
      parent.put("createdAt", Store.TIMESTAMP.format(createdAt.plusMillis(earlier)));
    }
  }

  private List<DeliveryAttempt> deliver(
      JsonNode webhook, String firstId, EventDelivery delivery, String body) {
    List<DeliveryAttempt> made = new ArrayList<>();
    String id = firstId;
    Duration wait = FIRST_WAIT;
    DeliveryAttempt attempt = attempt(webhook, id, delivery, body);
    made.add(attempt);
    while (made.size() <= RETRIES
        && attempt.isRetried()
        && isAllowed(attempt.url())
        && !Thread.currentThread().isInterrupted()) {
      sleep(wait);
      wait = wait.multipliedBy(2);
      id = delivery.has(DeliveryFault.NEW_ID_ON_RETRY) ? UUID.randomUUID().toString() : id;
      attempt = attempt(webhook, id, delivery, body);
      made.add(attempt);
    }
    return made;
  }

  private boolean isAllowed(String url) {
    String host = URI.create(url).getHost();
    return anywhere || (host != null && LOOPBACK.matcher(host).matches());
  }

  private DeliveryAttempt attempt(
      JsonNode webhook, String id, EventDelivery delivery, String body) {
    String url = webhook.path("url").asText();
    String webhookId = webhook.path("id").asText();
    int status = 0;
    String error = "";
    try {
      if (isAllowed(url)) {
        HttpRequest request = request(url, webhookId, id, delivery, body.getBytes(UTF_8));
        status = status(request);
      } else {
        error = "not a loopback address; the sandbox delivers elsewhere only if it is told to";
      }
    } catch (IOException | IllegalArgumentException e) {
      error = e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      error = "interrupted";
    }
    return new DeliveryAttempt(delivery.type(), webhookId, url, id, body, status, error);
  }

  /** Limits the time of the whole response; the request's own limit ends with the head. */
  private int status(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<Void>> response =
        http.sendAsync(request, BodyHandlers.discarding());
    try {
      return response.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole response within " + TIMEOUT.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } finally {
      response.cancel(true);
    }
  }

  private HttpRequest request(
      String url, String webhookId, String id, EventDelivery delivery, byte[] body) {
    String prefix = delivery.has(DeliveryFault.DYTE_HEADERS) ? "dyte-" : "rtk-";
    byte[] signed = delivery.has(DeliveryFault.BAD_SIGNATURE) ? "{}".getBytes(UTF_8) : body;
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/json")
        .header(prefix + "signature", key.sign(signed))
        .header(prefix + "uuid", id)
        .header(prefix + "webhook-id", webhookId)
        .POST(delivery.has(DeliveryFault.SLOW) ? slowly(body) : BodyPublishers.ofByteArray(body))
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
                      sleep(PAUSE);
                    }
                    return super.read(to, from, Math.min(length, 1 + count / 2));
                  }
                }),
        body.length);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

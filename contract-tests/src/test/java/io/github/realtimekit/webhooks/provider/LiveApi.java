package io.github.realtimekit.webhooks.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An app of the real API, and the webhooks of this run, recognized by their unique URLs. */
class LiveApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Interval between requests: the platform API allows 1,200 in five minutes. */
  static final Duration PACE = Duration.ofMillis(250);

  private static final String REFUSED_TOKEN = "test-token-that-is-refused-0000000000000";

  /** Time for a request that is under way to end. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String ownUrls =
      "https://example.com/realtimekit-webhooks-java/" + UUID.randomUUID() + "/";
  private final URI baseUrl;
  private final String token;
  private final String accountId;
  private final String appId;
  private final Duration pace;
  private volatile boolean stopping;

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException if variables are missing; the message names them all
   */
  LiveApi(Map<String, String> environment, Duration pace) {
    this.pace = pace;
    Set<String> missing = new TreeSet<>();
    token = take(environment, "CLOUDFLARE_API_TOKEN", missing);
    accountId = take(environment, "CLOUDFLARE_ACCOUNT_ID", missing);
    appId = take(environment, "REALTIMEKIT_APP_ID", missing);
    baseUrl =
        URI.create(
            environment.getOrDefault(
                "CLOUDFLARE_BASE_URL", "https://api.cloudflare.com/client/v4"));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "The live API needs the environment variables " + String.join(", ", missing));
    }
  }

  private static String take(
      Map<String, String> environment, String variable, Set<String> missing) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      missing.add(variable);
    }
    return value;
  }

  /** Fails if the webhooks of the app cannot be listed, before anything is created in it. */
  void checkAccess() throws IOException, InterruptedException {
    try {
      list();
    } catch (IOException e) {
      throw new IOException(
          "%s does not list the webhooks of the app. Are CLOUDFLARE_API_TOKEN, CLOUDFLARE_ACCOUNT_ID and REALTIMEKIT_APP_ID right? %s"
              .formatted(baseUrl, e),
          e);
    }
  }

  URI baseUrl() {
    return baseUrl;
  }

  String token() {
    return token;
  }

  /** Returns the beginning of the URLs of all webhooks of this run. */
  String ownUrls() {
    return ownUrls;
  }

  /** Returns what each request needs, and a URL of this run that no webhook has. */
  Map<String, String> values() {
    return Map.of(
        "token", token,
        "accountId", accountId,
        "appId", appId,
        "newUrl", ownUrls + UUID.randomUUID());
  }

  /** Creates the disabled webhook of a state, and returns its id. */
  String create(String url, Map<String, ?> parameters) throws IOException, InterruptedException {
    ObjectNode body =
        JSON.createObjectNode()
            .put("name", String.valueOf(parameters.get("name")))
            .put("url", url)
            .put("enabled", false);
    body.putArray("events").add(String.valueOf(parameters.get("event")));
    failIfStopping();
    return data(send("POST", "", body.toString())).path("id").asText();
  }

  /** Returns whether a token of the right form, but not accepted, gets the edge's envelope. */
  boolean refusesAtTheEdge() throws IOException, InterruptedException {
    return send("GET", "", null, REFUSED_TOKEN).body().contains("\"errors\"");
  }

  /** Returns whether the response to a PATCH has the fields that were not sent. */
  boolean returnsWholeWebhooks() throws IOException, InterruptedException {
    String id =
        create(ownUrls + UUID.randomUUID(), Map.of("name", "one", "event", "meeting.started"));
    return data(send("PATCH", "/" + id, "{\"name\":\"two\"}")).has("enabled");
  }

  boolean listsNothing() throws IOException, InterruptedException {
    return send("GET", "", null).statusCode() == 404;
  }

  /** Removes the webhooks of this run, and no others. */
  synchronized void removeOwn() throws IOException, InterruptedException {
    for (JsonNode webhook : list()) {
      if (webhook.path("url").asText().startsWith(ownUrls)) {
        data(send("DELETE", "/" + webhook.path("id").asText(), null));
      }
    }
  }

  /** Ends the run early: creates nothing more, and removes the webhooks of this run. */
  void stop() throws IOException, InterruptedException {
    stopping = true;
    Thread.sleep(UNDER_WAY.toMillis());
    removeOwn();
  }

  List<JsonNode> list() throws IOException, InterruptedException {
    HttpResponse<String> response = send("GET", "", null);
    List<JsonNode> webhooks = new ArrayList<>();
    if (response.statusCode() != 404) {
      data(response).forEach(webhooks::add);
    }
    return webhooks;
  }

  private static JsonNode data(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 300) {
      throw new IOException(
          "%s: response %d %s"
              .formatted(response.request().method(), response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body()).path("data");
  }

  /** Waits before a call by other means, to stay below the rate limit. */
  void pause() throws InterruptedException {
    failIfStopping();
    Thread.sleep(pace.toMillis());
  }

  private void failIfStopping() throws InterruptedException {
    if (stopping) {
      throw new InterruptedException("the run is being stopped");
    }
  }

  private HttpResponse<String> send(String method, String rest, @Nullable String body)
      throws IOException, InterruptedException {
    return send(method, rest, body, token);
  }

  private HttpResponse<String> send(String method, String rest, @Nullable String body, String token)
      throws IOException, InterruptedException {
    Thread.sleep(pace.toMillis());
    String path = "/accounts/" + accountId + "/realtime/kit/" + appId + "/webhooks" + rest;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}

package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox's own endpoints, over the wire. */
class ControlTest extends SandboxTest {
  private static final String APP = "\"account_id\":\"account\",\"app_id\":\"app\"";

  @Test
  void requestsHaveStatusBodyAndResponse() {
    wire.create(body("one", "https://example.com/one"));
    wire.withAuthorization("Bearer wrong-token").edit(UNKNOWN_ID, "{\"name\":\"secret\"}");

    JsonNode requests = requests("");
    assertThat(requests).hasSize(2);
    JsonNode created = requests.get(0);
    assertThat(created.get("number").asInt()).isEqualTo(1);
    assertThat(created.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{3}Z");
    assertThat(created.get("account_id").asText()).isEqualTo("account");
    assertThat(created.get("app_id").asText()).isEqualTo("app");
    assertThat(created.get("method").asText()).isEqualTo("POST");
    assertThat(created.get("path").asText()).isEqualTo("/client/v4" + wire.webhooks(""));
    assertThat(created.get("body").asText()).isEqualTo(body("one", "https://example.com/one"));
    assertThat(created.get("status").asInt()).isEqualTo(201);
    assertThat(created.get("response").asText()).startsWith("{\"data\":{\"id\":");
    assertThat(created.get("cut_off").booleanValue()).isFalse();
    assertThat(requests.get(1).get("status").asInt()).isEqualTo(401);
    assertThat(requests.get(1).get("body").asText()).isEmpty();
    assertThat(requests.toString()).doesNotContain("sandbox-token", "wrong-token", "secret");
  }

  @Test
  void requestToNoAppIsShown() {
    wire.send("GET", "/accounts", null);

    JsonNode request = requests("").get(0);
    assertThat(request.get("account_id").isNull()).isTrue();
    assertThat(request.get("app_id").isNull()).isTrue();
    assertThat(request.get("status").asInt()).isEqualTo(404);
    assertThat(requests("?account_id=account")).isEmpty();
    assertThat(requests("?app_id=app")).isEmpty();
  }

  @Test
  void bodyThatIsTooLargeIsShownWithoutIt() {
    wire.send("POST", wire.webhooks(""), " ".repeat((1 << 20) + 1));

    JsonNode request = requests("").get(0);
    assertThat(request.get("status").asInt()).isEqualTo(413);
    assertThat(request.get("body").asText()).isEmpty();
  }

  @Test
  void requestsOfOneAppAndTheLatestOnly() {
    wire.withApp("account", "an%20other+").list();
    wire.withApp("other", "app").get(UNKNOWN_ID);
    wire.list();
    wire.get(UNKNOWN_ID);
    wire.delete(UNKNOWN_ID);

    assertThat(numbers("?account_id=account&app_id=app")).containsExactly(3, 4, 5);
    assertThat(numbers("?app_id=app")).containsExactly(2, 3, 4, 5);
    assertThat(numbers("?limit=2&app_id=app")).containsExactly(4, 5);
    assertThat(numbers("?limit=0")).isEmpty();
    assertThat(numbers("?limit=9")).containsExactly(1, 2, 3, 4, 5);
    assertThat(numbers("?app_id=an+other%2B")).containsExactly(1);
  }

  private List<Integer> numbers(String query) {
    return requests(query).findValues("number").stream().map(JsonNode::asInt).toList();
  }

  @Test
  void responseIsPendingUntilItIsSent() throws Exception {
    sandbox.app("account", "app").failNext(Failure.delay(Duration.ofMinutes(5)));
    Thread client = new Thread(wire::list);
    client.setUncaughtExceptionHandler((thread, closed) -> {});
    client.start();
    for (int i = 0; i < 2000 && requests("").isEmpty(); i++) {
      Thread.sleep(5);
    }

    JsonNode request = requests("").get(0);
    assertThat(request.get("status").asInt()).isZero();
    assertThat(request.get("response").asText()).isEmpty();
  }

  @Test
  void responseThatIsCutOffIsMarked() {
    fail("{%s,\"failure\":\"cut_off\"}".formatted(APP));
    try {
      wire.list();
    } catch (UncheckedIOException e) {
      // The response is cut off.
    }

    assertThat(requests("").get(0).get("cut_off").booleanValue()).isTrue();
  }

  @Test
  void deliveriesHaveAttemptsAndVerdict() throws Exception {
    try (Receiver receiver = new Receiver(500, 204, 401)) {
      String first = sandbox.app("account", "app").addWebhook("one", receiver.url("/hooks"));
      sandbox
          .app("account", "app")
          .deliver(EventDelivery.of("meeting.ended").with(DeliveryFault.DUPLICATE));

      JsonNode deliveries = deliveries("");
      JsonNode delivery = deliveries.get(0);
      assertThat(delivery.get("number").asInt()).isEqualTo(1);
      assertThat(delivery.get("account_id").asText()).isEqualTo("account");
      assertThat(delivery.get("app_id").asText()).isEqualTo("app");
      assertThat(delivery.get("event").asText()).isEqualTo("meeting.ended");
      assertThat(delivery.get("webhook_id").asText()).isEqualTo(first);
      assertThat(delivery.get("webhook_name").asText()).isEqualTo("one");
      assertThat(delivery.get("url").asText()).isEqualTo(receiver.url("/hooks"));
      assertThat(delivery.get("body").asText()).isEqualTo(receiver.posts().get(0).body());
      assertThat(delivery.get("faults")).hasToString("[\"duplicate\"]");
      assertThat(delivery.get("verdict").asText()).isEqualTo("delivered");
      assertThat(delivery.get("attempts")).hasSize(2);
      JsonNode attempt = delivery.at("/attempts/0");
      assertThat(attempt.get("status").asInt()).isEqualTo(500);
      assertThat(attempt.get("id").asText()).isEqualTo(receiver.posts().get(0).header("Rtk-uuid"));
      assertThat(attempt.get("took_ms").asLong()).isBetween(0L, 60_000L);
      assertThat(attempt.get("error").asText()).isEmpty();
      assertThat(delivery.at("/attempts/1/time").asText())
          .isGreaterThan(attempt.get("time").asText());
      assertThat(deliveries.get(1).get("verdict").asText()).isEqualTo("rejected");
      assertThat(deliveries("?app_id=other")).isEmpty();
      assertThat(deliveries("?limit=1").get(0).get("number").asInt()).isEqualTo(2);
    }
  }

  @Test
  void deliveriesOfAllAppsAreInTheirOrder() {
    sandbox.app("a", "1").addWebhook("one", "https://example.com");
    sandbox.app("b", "2").addWebhook("two", "https://example.com");
    sandbox.app("b", "2").deliver("meeting.ended");
    sandbox.app("a", "1").deliver("meeting.ended");

    assertThat(deliveries("").findValuesAsText("webhook_name")).containsExactly("two", "one");
    assertThat(deliveries("").findValuesAsText("verdict")).containsExactly("not_sent", "not_sent");
  }

  @Test
  void deliveryThatNobodyTakesFailed() throws Exception {
    try (Receiver receiver = new Receiver(500, 500, 500, 500, 500, 500)) {
      sandbox.app("account", "app").addWebhook("one", receiver.url("/"));
      sandbox.app("account", "app").deliver("meeting.ended");

      assertThat(deliveries("").get(0).get("verdict").asText()).isEqualTo("failed");
      assertThat(receiver.posts()).hasSize(6);
    }
  }

  @Test
  void deliveryIsShownWhileItIsTried() throws Exception {
    try (Receiver receiver = new Receiver(500, 500, 500, 500, 500)) {
      sandbox.app("account", "app").addWebhook("one", receiver.url("/"));
      Thread delivers = new Thread(() -> sandbox.app("account", "app").deliver("meeting.ended"));
      delivers.start();
      JsonNode delivery = deliveries("").path(0);
      for (int i = 0; i < 2000 && delivery.path("attempts").isEmpty(); i++) {
        Thread.sleep(2);
        delivery = deliveries("").path(0);
      }

      assertThat(delivery.get("verdict").asText()).isEqualTo("in_progress");
      assertThat(delivery.get("attempts").size()).isBetween(1, 5);
      delivers.join();
      assertThat(deliveries("").get(0).get("verdict").asText()).isEqualTo("delivered");
    }
  }

  @Test
  void eventCanBeForOneWebhook() throws Exception {
    try (Receiver receiver = new Receiver()) {
      SandboxApp app = sandbox.app("account", "app");
      app.addWebhook("one", receiver.url("/one"));
      String two = app.addWebhook("two", receiver.url("/two"));

      post(
          "/sandbox/deliveries",
          "{%s,\"event\":\"meeting.ended\",\"webhook_id\":\"%s\",\"faults\":[\"duplicate\"],\"fields\":{}}"
              .formatted(APP, two));

      assertThat(receiver.posts()).extracting(Receiver.Post::path).containsExactly("/two", "/two");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDeliveryFaultHasAName(DeliveryFault fault) {
    String name = fault.name().toLowerCase(Locale.ROOT);

    assertThat(
            post(
                    "/sandbox/deliveries",
                    "{%s,\"event\":\"meeting.ended\",\"faults\":[\"%s\"]}".formatted(APP, name))
                .status())
        .isEqualTo(200);
    assertThat(state().get("delivery_faults")).extracting(JsonNode::asText).contains(name);
  }

  /** Those of the Java API: constants, and methods that return one. */
  @Test
  void everyFailureOfTheJavaApiHasAName() {
    Stream<String> constants =
        Arrays.stream(Failure.class.getFields())
            .map(field -> field.getName().toLowerCase(Locale.ROOT));
    Stream<String> methods =
        Arrays.stream(Failure.class.getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .map(name -> name.equals("rateLimited") ? "rate_limited" : name);

    assertThat(state().get("failures"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(constants, methods).distinct().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"unauthorized\"                       | 401 | unauthorized",
        "\"forbidden\"                          | 403 | forbidden",
        "\"server_error\"                       | 500 | server_error",
        "\"server_error_after_storing\"         | 500 | server_error_after_storing",
        "\"partial_echo\"                       | 404 | partial_echo",
        "\"rate_limited\"                       | 429 | rate_limited 1 s",
        "\"rate_limited\",\"seconds\":120       | 429 | rate_limited 120 s",
        "\"status\",\"status\":418              | 418 | status 418",
        "\"status\",\"status\":400              | 400 | status 400",
        "\"status\",\"status\":599              | 599 | status 599",
        "\"delay\",\"seconds\":0.25             | 404 | delay 250 ms",
      })
  void nextRequestFails(String failure, int status, String name) {
    Reply reply = fail("{%s,\"failure\":%s}".formatted(APP, failure));

    assertThat(reply.text()).isEqualTo("{%s,\"failure\":\"%s\"}".formatted(APP, name));
    assertThat(state().at("/apps/0/failures")).hasToString("[\"" + name + "\"]");
    long start = System.nanoTime();
    Reply failed = wire.send("GET", wire.webhooks(""), null);
    assertThat(failed.status()).isEqualTo(status);
    if (name.startsWith("delay")) {
      assertThat(System.nanoTime() - start).isGreaterThan(240_000_000);
    }
    if (status == 429) {
      assertThat(failed.header("retry-after") + " s").isEqualTo(name.substring(13));
    }
    assertThat(state().at("/apps/0/failures")).isEmpty();
    assertThat(wire.list().status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "failures   | []                                         | the body must be a JSON object",
        "failures   | not JSON                                   | the body must be a JSON object",
        "failures   | {\"failure\":\"forbidden\"}                | \"account_id\" is required",
        "failures   | {\"account_id\":7}                         | \"account_id\" must be a string, not: 7",
        "failures   | {APP}                                      | \"failure\" is required",
        "failures   | {APP,\"failure\":\"noise\"}                | \"failure\" must be one of [unauthorized, forbidden, server_error, server_error_after_storing, cut_off, partial_echo, rate_limited, status, delay], not: noise",
        "failures   | {APP,\"failure\":\"forbidden\",\"status\":7} | unknown field \"status\"; there are [account_id, app_id, failure]",
        "failures   | {APP,\"failure\":\"status\"}               | \"status\" must be a number from 400 to 599",
        "failures   | {APP,\"failure\":\"status\",\"status\":399} | \"status\" must be a number from 400 to 599, not: 399",
        "failures   | {APP,\"failure\":\"status\",\"status\":600} | \"status\" must be a number from 400 to 599, not: 600",
        "failures   | {APP,\"failure\":\"status\",\"status\":\"x\"} | \"status\" must be a number from 400 to 599, not: x",
        "failures   | {APP,\"failure\":\"status\",\"status\":400.5} | \"status\" must be a whole number, not: 400.5",
        "failures   | {APP,\"failure\":\"delay\",\"seconds\":-1} | \"seconds\" must be a number from 0 to 3600, not: -1",
        "failures   | {APP,\"failure\":\"delay\",\"seconds\":1e9999} | \"seconds\" must be a number from 0 to 3600, not: Infinity",
        "deliveries | {APP}                                      | \"event\" is required",
        "deliveries | {APP,\"event\":\"x\",\"fault\":[]}         | unknown field \"fault\"; there are [event, account_id, app_id, webhook_id, fields, faults]",
        "deliveries | {APP,\"event\":\"x\",\"faults\":[\"noise\"]} | \"faults\" must be one of [duplicate, reorder, new_id_on_retry, bad_signature, rotated_key, dyte_headers, slow], not: noise",
        "deliveries | {APP,\"event\":\"x\",\"faults\":\"slow\"} | \"faults\" must be an array of some of [duplicate, reorder, new_id_on_retry, bad_signature, rotated_key, dyte_headers, slow], not: \"slow\"",
        "deliveries | {APP,\"event\":\"x\",\"webhook_id\":\"one\"} | \"webhook_id\" must be one of [], not: one",
        "deliveries | {APP,\"event\":\"x\",\"fields\":[]}        | not a JSON object: []",
        "key-endpoint | {\"down\":\"no\"}                        | \"down\" must be true or false",
        "rotate-key | {\"now\":true}                             | unknown field \"now\"; there are []",
        "reset      | {\"app_id\":\"app\"}                       | \"account_id\" is required",
        "reset      | {\"app\":\"app\"}                          | unknown field \"app\"; there are [account_id, app_id]",
      })
  void errorNamesTheFieldAndWhatItMayBe(String path, String body, String message) {
    Reply reply = post("/sandbox/" + path, body.replace("APP", APP));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").asText()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requests?limit=x | \"limit\" must be a number from 0 to 1000000, not: x",
        "deliveries?limit=-1 | \"limit\" must be a number from 0 to 1000000, not: -1",
        "requests?app=app | unknown field \"app\"; there are [account_id, app_id, limit]",
        "state?app_id=app | unknown field \"app_id\"; there are []",
      })
  void errorNamesTheParameter(String path, String message) {
    Reply reply = atRoot().send("GET", "/sandbox/" + path, null);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").asText()).isEqualTo(message);
  }

  @Test
  void unknownEndpointNamesThoseThereAre() {
    Reply reply = atRoot().send("GET", "/sandbox/request", null);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().get("error").asText())
        .startsWith("no endpoint /sandbox/request; there are [/, ")
        .contains("/sandbox/requests");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /sandbox/reset, POST",
    "PUT, /sandbox/deliveries, 'GET, POST'",
    "POST, /, GET",
    "POST, /.well-known/webhooks.json, GET",
  })
  void otherMethodNamesThoseThereAre(String method, String path, String allowed) {
    Reply reply = atRoot().send(method, path, "{}");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo(allowed);
    assertThat(reply.json().get("error").asText()).isEqualTo("use " + allowed);
  }

  @Test
  void bodyThatIsTooLarge() {
    Reply reply = post("/sandbox/reset", " ".repeat(1 << 20) + "{}");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().get("error").asText())
        .isEqualTo("the body must not be larger than 1 MiB");
  }

  @Test
  void rotatedKeyIsPublishedAndShown() {
    JsonNode before = state().get("key");
    String published = key();

    JsonNode rotated = post("/sandbox/rotate-key", "{}").json();

    assertThat(before.get("fingerprint").asText()).matches("[0-9a-f]{16}");
    assertThat(rotated).isNotEqualTo(before).isEqualTo(state().get("key"));
    assertThat(key()).isNotEqualTo(published);
  }

  @Test
  void keyEndpointThatIsDownIsShown() {
    post("/sandbox/key-endpoint", "{\"down\":true}");

    assertThat(state().at("/key/endpoint_down").booleanValue()).isTrue();
  }

  @Test
  void resetOfOneAppLeavesTheOthers() {
    sandbox.app("account", "app").addWebhook("one", "https://example.com");
    sandbox.app("account", "app").deliver("meeting.ended");
    sandbox.app("account", "app").failNext(Failure.FORBIDDEN);
    wire.get("not-a-uuid");
    sandbox.app("account", "other").addWebhook("two", "https://example.com");
    sandbox.app("account", "other").deliver("meeting.ended");
    wire.withApp("account", "other").list();
    wire.send("GET", "/accounts", null);
    post("/sandbox/key-endpoint", "{\"down\":true}");

    assertThat(post("/sandbox/reset", "{" + APP + "}").text()).isEqualTo("{" + APP + "}");

    assertThat(state().get("apps").findValuesAsText("app_id")).containsExactly("other");
    assertThat(deliveries("").findValuesAsText("app_id")).containsExactly("other");
    assertThat(numbers("")).containsExactly(2, 3);
    assertThat(state().at("/key/endpoint_down").booleanValue()).isTrue();
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void resetOfEverything() {
    sandbox.app("account", "app").addWebhook("one", "https://example.com");
    sandbox.app("account", "app").deliver("meeting.ended");
    wire.withApp("account", "other").list();
    post("/sandbox/key-endpoint", "{\"down\":true}");

    assertThat(post("/sandbox/reset", "{}").status()).isEqualTo(200);

    assertThat(state().get("apps")).isEmpty();
    assertThat(requests("")).isEmpty();
    assertThat(deliveries("")).isEmpty();
    assertThat(state().at("/key/endpoint_down").booleanValue()).isFalse();
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void stateHasAppsWebhooksAndChoices() {
    String id = wire.create(body("one", "https://example.com/one")).id();

    JsonNode state = state();
    assertThat(state.get("base_path").asText()).isEqualTo("/client/v4");
    assertThat(state.at("/apps/0/account_id").asText()).isEqualTo("account");
    assertThat(state.at("/apps/0/app_id").asText()).isEqualTo("app");
    assertThat(state.at("/apps/0/webhooks/0")).isEqualTo(wire.get(id).data());
    assertThat(state.get("event_types")).extracting(JsonNode::asText).contains("meeting.ended");
    assertThat(state.at("/key/endpoint_down").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sandbox/state", "/sandbox/nothing"})
  void responsesAreNeitherStoredNorGuessedNorEmbedded(String path) {
    Reply reply = atRoot().send("GET", path, null);

    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(reply.header("cross-origin-resource-policy")).isEqualTo("same-origin");
  }

  private Reply fail(String body) {
    return post("/sandbox/failures", body);
  }

  private Reply post(String path, String body) {
    return atRoot().send("POST", path, body);
  }

  private JsonNode state() {
    return atRoot().send("GET", "/sandbox/state", null).json();
  }

  private JsonNode requests(String query) {
    return atRoot().send("GET", "/sandbox/requests" + query, null).json().get("requests");
  }

  private JsonNode deliveries(String query) {
    return atRoot().send("GET", "/sandbox/deliveries" + query, null).json().get("deliveries");
  }

  private String key() {
    return atRoot().send("GET", "/.well-known/webhooks.json", null).text();
  }
}

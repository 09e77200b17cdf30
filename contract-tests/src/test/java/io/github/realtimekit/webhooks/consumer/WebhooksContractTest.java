package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.CommittedContract.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.ApiException;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.spec.ErrorResponse;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import retrofit2.Response;

/**
 * The contract between the client and the API: each operation that the spec has, with each status
 * code that it gives it.
 */
@ExtendWith({WebhooksContractTest.CommittedWebhooks.class, PactConsumerTestExt.class})
@PactTestFor(providerName = "cloudflare-realtimekit-webhooks", pactVersion = PactSpecVersion.V4)
class WebhooksContractTest {
  private static final Spec SPEC = Spec.load();
  private static final Examples EXAMPLES = new Examples(SPEC);
  private static final JsonNode NOTHING = MissingNode.getInstance();

  static final class CommittedWebhooks extends CommittedContract {
    CommittedWebhooks() {
      super("cloudflare-realtimekit-webhooks");
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact everyField(PactBuilder pact) {
    for (Operation operation : SPEC.operations()) {
      JsonNode sent = requestWithEveryField(operation);
      String detail = sent.isMissingNode() ? "as documented" : "every field";
      success(operation, detail).sends(sent).addTo(pact);
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "everyField")
  void returnsTheDataOfTheResponse(MockServer server) {
    for (Operation operation : SPEC.operations()) {
      JsonNode returned =
          ClientCall.send(client(server), operation, requestWithEveryField(operation));

      JsonNode envelope = response(operation);
      JsonNode data = envelope.has("data") ? envelope.get("data") : envelope;
      assertThat(Examples.withEqualTimes(returned)).isEqualTo(Examples.withEqualTimes(data));
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact requiredFields(PactBuilder pact) {
    for (String id : List.of("createWebhook", "replaceWebhook")) {
      Operation operation = SPEC.operation(id);
      Exchange exchange = success(operation, "only the required fields");
      ObjectNode enabled = response(operation).deepCopy();
      ((ObjectNode) enabled.path("data")).put("enabled", true);
      exchange.sends(requestWithRequiredFields(operation)).receives(enabled);
      // The spec's default decides.
      exchange.receivesExactly("$.data.enabled").addTo(pact);
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "requiredFields")
  void webhookIsEnabledByDefault(MockServer server) {
    for (String id : List.of("createWebhook", "replaceWebhook")) {
      Operation operation = SPEC.operation(id);
      JsonNode returned =
          ClientCall.send(client(server), operation, requestWithRequiredFields(operation));

      assertThat(returned.path("enabled").booleanValue()).isTrue();
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact oneField(PactBuilder pact) {
    Operation edit = SPEC.operation("editWebhook");
    return success(edit, "only the name").sends(name()).addTo(pact).toPact();
  }

  /** A field that was not set and is sent all the same switches the webhook on or off. */
  @Test
  @PactTestFor(pactMethod = "oneField")
  void editSendsOnlyTheFieldsThatAreSet(MockServer server) {
    Operation edit = SPEC.operation("editWebhook");

    assertThat(ClientCall.send(client(server), edit, name()))
        .isEqualTo(response(edit).path("data"));
  }

  private static JsonNode name() {
    return JsonNodeFactory.instance.objectNode().put("name", "renamed");
  }

  @Pact(consumer = CONSUMER)
  V4Pact noWebhooks(PactBuilder pact) {
    Operation list = SPEC.operation("listWebhooks");
    return new Exchange(SPEC, list, 404, "an app without webhooks")
        .given("the app has no webhooks")
        .receives(body(ErrorCase.named("app without webhooks")))
        // By its code the client tells an app without webhooks from any other 404.
        .receivesExactly("$.error.code")
        .addTo(pact)
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "noWebhooks")
  void appWithoutWebhooksIsAnEmptyList(MockServer server) {
    assertThat(client(server).listWebhooks()).isEmpty();
  }

  @Pact(consumer = CONSUMER)
  V4Pact unknownEvent(PactBuilder pact) {
    return errors(pact, ErrorCase.UNKNOWN_EVENT);
  }

  @Test
  @PactTestFor(pactMethod = "unknownEvent")
  void unknownEventIsABadRequest(MockServer server) {
    assertThrown(server, ErrorCase.UNKNOWN_EVENT);
  }

  @Pact(consumer = CONSUMER)
  V4Pact wrongToken(PactBuilder pact) {
    return errors(pact, ErrorCase.WRONG_TOKEN);
  }

  /** The documentation and the platform's edge send different bodies, and the client needs none. */
  @Test
  @PactTestFor(pactMethod = "wrongToken")
  void wrongTokenIsUnauthorized(MockServer server) {
    assertThrown(server, ErrorCase.WRONG_TOKEN);
  }

  @Pact(consumer = CONSUMER)
  V4Pact forbidden(PactBuilder pact) {
    return errors(pact, ErrorCase.FORBIDDEN);
  }

  @Test
  @PactTestFor(pactMethod = "forbidden")
  void accountWithoutRealtimeKitIsForbidden(MockServer server) {
    assertThrown(server, ErrorCase.FORBIDDEN);
  }

  @Pact(consumer = CONSUMER)
  V4Pact unknownId(PactBuilder pact) {
    return errors(pact, ErrorCase.UNKNOWN_ID);
  }

  @Test
  @PactTestFor(pactMethod = "unknownId")
  void unknownIdIsNotFound(MockServer server) {
    assertThrown(server, ErrorCase.UNKNOWN_ID);
  }

  @Pact(consumer = CONSUMER)
  V4Pact urlTaken(PactBuilder pact) {
    return errors(pact, ErrorCase.URL_TAKEN);
  }

  @Test
  @PactTestFor(pactMethod = "urlTaken")
  void urlOfAnotherWebhookIsAConflict(MockServer server) {
    assertThrown(server, ErrorCase.URL_TAKEN);
  }

  @Pact(consumer = CONSUMER)
  V4Pact rateLimited(PactBuilder pact) {
    return errors(pact, ErrorCase.RATE_LIMITED);
  }

  @Test
  @PactTestFor(pactMethod = "rateLimited")
  void rateLimitTellsTheWait(MockServer server) {
    assertThrown(server, ErrorCase.RATE_LIMITED);
  }

  @Pact(consumer = CONSUMER)
  V4Pact malformedId(PactBuilder pact) {
    for (Operation operation : operationsWithoutBody()) {
      new Exchange(SPEC, operation, 400, "an id that is not a UUID")
          .withParameter("webhook_id", "not-a-uuid")
          .receivesHeader("cf-ray", "\\S+", Exchange.RAY)
          .receives(body(ErrorCase.named("malformed webhook id")))
          .addTo(pact);
    }
    return pact.toPact();
  }

  /** The typed client takes a UUID; Retrofit's interface takes any text. */
  @Test
  @PactTestFor(pactMethod = "malformedId")
  void malformedIdIsABadRequest(MockServer server) throws IOException {
    for (Operation operation : operationsWithoutBody()) {
      Response<?> response = ClientCall.sendRaw(client(server), operation, "not-a-uuid");

      assertThat(response.code()).isEqualTo(400);
      assertThat(response.headers().get("cf-ray")).isEqualTo(Exchange.RAY);
      assertThat(response.errorBody().string()).contains("must be a valid GUID");
    }
  }

  private static List<Operation> operationsWithoutBody() {
    return SPEC.operations().stream()
        .filter(operation -> operation.responses().containsKey("400"))
        .filter(operation -> operation.requestSchema().isMissingNode())
        .toList();
  }

  private static V4Pact errors(PactBuilder pact, ErrorCase error) {
    ErrorResponse row = error.response();
    for (Operation operation : operations(error)) {
      Exchange exchange =
          new Exchange(SPEC, operation, row.status(), error.detail)
              .given(error.state(usualState(operation)))
              .sends(request(operation, error))
              .receivesHeader("cf-ray", "\\S+", Exchange.RAY);
      row.headers().forEach((name, value) -> exchange.receivesHeader(name, "\\d+", value));
      if (error == ErrorCase.WRONG_TOKEN) {
        exchange.withWrongToken();
      } else {
        exchange.receives(body(row));
      }
      exchange.addTo(pact);
    }
    return pact.toPact();
  }

  private static void assertThrown(MockServer server, ErrorCase error) {
    ErrorResponse row = error.response();
    boolean wrongToken = error == ErrorCase.WRONG_TOKEN;
    WebhooksClient client = client(server, wrongToken ? Exchange.WRONG_TOKEN : Exchange.TOKEN);
    for (Operation operation : operations(error)) {
      ApiException thrown =
          catchThrowableOfType(
              ApiException.class,
              () -> ClientCall.send(client, operation, request(operation, error)));

      assertThat(thrown.getClass().getSimpleName()).isEqualTo(row.exception());
      assertThat(thrown.operation()).isEqualTo(operation.id());
      assertThat(thrown.status()).isEqualTo(row.status());
      assertThat(thrown.cfRay()).isEqualTo(Exchange.RAY);
      if (!wrongToken) {
        assertThat(thrown.codes()).isEqualTo(row.codes());
        assertThat(thrown.reason()).isEqualTo(row.reason());
      }
      if (thrown instanceof RateLimitedException limited) {
        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(10));
      }
    }
  }

  private static List<Operation> operations(ErrorCase error) {
    return SPEC.operations().stream().filter(error::happensTo).toList();
  }

  private static Exchange success(Operation operation, String detail) {
    return new Exchange(SPEC, operation, successStatus(operation), detail)
        .given(usualState(operation))
        .receives(response(operation));
  }

  private static String usualState(Operation operation) {
    boolean adds =
        operation.method().equals("POST")
            && !operation.parametersByName().containsKey("path webhook_id");
    return adds ? "no webhook has the URL" : "a webhook exists";
  }

  private static int successStatus(Operation operation) {
    return operation.responses().keySet().stream()
        .filter(status -> status.startsWith("2"))
        .mapToInt(Integer::parseInt)
        .min()
        .orElseThrow();
  }

  /** Returns what every response has: a field that may be missing cannot be asked for. */
  private static JsonNode response(Operation operation) {
    JsonNode schema = operation.responseSchema(String.valueOf(successStatus(operation)));
    return schema.isMissingNode()
        ? NOTHING
        : EXAMPLES.requiredFields(schema, EXAMPLES.everyField(schema));
  }

  private static JsonNode requestWithEveryField(Operation operation) {
    JsonNode schema = operation.requestSchema();
    return schema.isMissingNode() ? NOTHING : EXAMPLES.everyField(schema);
  }

  private static JsonNode requestWithRequiredFields(Operation operation) {
    return EXAMPLES.requiredFields(operation.requestSchema(), requestWithEveryField(operation));
  }

  private static JsonNode request(Operation operation, ErrorCase error) {
    JsonNode sent = requestWithEveryField(operation).deepCopy();
    if (error == ErrorCase.UNKNOWN_EVENT) {
      ((ObjectNode) sent).putArray("events").add("meeting.exploded");
    }
    return sent;
  }

  /** Returns what the client reads of an error response, in either of the envelopes. */
  private static JsonNode body(ErrorResponse row) {
    try {
      JsonNode json = new ObjectMapper().readTree(row.body());
      String schema = json.has("error") ? "ErrorResponse" : "PlatformErrorResponse";
      ObjectNode required =
          (ObjectNode)
              EXAMPLES.requiredFields(SPEC.tree().at("/components/schemas/" + schema), json);
      return required.without("success");
    } catch (IOException e) {
      throw new AssertionError(row.name(), e);
    }
  }

  private static WebhooksClient client(MockServer server) {
    return client(server, Exchange.TOKEN);
  }

  private static WebhooksClient client(MockServer server, String token) {
    return WebhooksClient.builder()
        .baseUrl(server.getUrl())
        .apiToken(token)
        .accountId(example("AccountId"))
        .appId(example("AppId"))
        .maxRetries(0)
        .build();
  }

  private static String example(String parameter) {
    return SPEC.tree().at("/components/parameters/" + parameter + "/example").asText();
  }
}

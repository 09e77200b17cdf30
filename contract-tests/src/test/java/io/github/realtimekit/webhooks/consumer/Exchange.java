package io.github.realtimekit.webhooks.consumer;

import static au.com.dius.pact.consumer.dsl.Matchers.fromProviderState;
import static au.com.dius.pact.consumer.dsl.Matchers.regexp;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import au.com.dius.pact.core.support.expressions.DataType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An interaction of the contract, made of an operation of the spec. What a provider may have to
 * choose (token, account, app, webhook, URL) is a parameter of a state, and stands in the contract
 * as an expression that the state can fill.
 */
final class Exchange {
  static final String TOKEN = "test-token";
  static final String WRONG_TOKEN = "refused-token";
  static final String RAY = "8f2b1c0d9e3a4b5c-FRA";

  private final Spec spec;
  private final Operation operation;
  private final int status;
  private final String detail;
  private final Map<String, Object> headers = new LinkedHashMap<>();
  private final List<String> fixed = new ArrayList<>();
  private String state = "a webhook exists";
  private String token = TOKEN;
  private Map<String, String> values = Map.of();
  private JsonNode sent = MissingNode.getInstance();
  private JsonNode received = MissingNode.getInstance();

  Exchange(Spec spec, Operation operation, int status, String detail) {
    this.spec = spec;
    this.operation = operation;
    this.status = status;
    this.detail = detail;
  }

  Exchange given(String state) {
    this.state = state;
    return this;
  }

  Exchange withWrongToken() {
    this.token = WRONG_TOKEN;
    return this;
  }

  /** Puts a value in the path that no state replaces. */
  Exchange withParameter(String name, String value) {
    this.values = Map.of(name, value);
    return this;
  }

  Exchange sends(JsonNode body) {
    this.sent = body;
    return this;
  }

  Exchange receives(JsonNode body) {
    this.received = body;
    return this;
  }

  Exchange receivesHeader(String name, String regex, String example) {
    headers.put(name, regexp(regex, example));
    return this;
  }

  /** Says that a field of the response must have exactly the value of the example. */
  Exchange receivesExactly(String path) {
    fixed.add(path);
    return this;
  }

  PactBuilder addTo(PactBuilder pact) {
    boolean accepted = token.equals(TOKEN);
    return pact.given(
            accepted ? "the token is accepted" : "the token is refused", Map.of("token", token))
        .given(state, parameters())
        .expectsToReceiveHttpInteraction(
            "%s %d, %s".formatted(operation.id(), status, detail), this::describe);
  }

  /** Returns the parameters of the state: all that the request names. */
  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    operation
        .parametersByName()
        .forEach(
            (place, parameter) -> {
              if (place.startsWith("path ")) {
                parameters.put(
                    stateParameter(parameter.path("name").asText()),
                    parameter.path("example").asText());
              }
            });
    if (sent.has("url")) {
      parameters.put("url", sent.get("url").asText());
    }
    idPointer().ifPresent(id -> parameters.put("webhookId", received.at(id).asText()));
    return parameters;
  }

  private HttpInteractionBuilder describe(HttpInteractionBuilder http) {
    http.withRequest(this::request).willRespondWith(this::response);
    if (sent.has("url")) {
      inject(http.getInteraction().getRequest(), "$.url", "url");
    }
    if (!received.isMissingNode()) {
      var rules = http.getInteraction().getResponse().getMatchingRules().addCategory("body");
      new ResponseMatchers(spec, rules)
          .add("$", operation.responseSchema(String.valueOf(status)), received);
      fixed.forEach(rules.getMatchingRules()::remove);
    }
    idPointer()
        .ifPresent(id -> inject(http.getInteraction().getResponse(), jsonPath(id), "webhookId"));
    return http;
  }

  /** Returns where the response repeats the id of the webhook that the state set up. */
  private Optional<String> idPointer() {
    return Stream.of("/data/id", "/data/0/id")
        .filter(pointer -> state.equals("a webhook exists") && received.at(pointer).isTextual())
        .findFirst();
  }

  private static String jsonPath(String pointer) {
    return "$" + pointer.replace("/0", "[0]").replace("/", ".");
  }

  private HttpRequestBuilder request(HttpRequestBuilder request) {
    String path = operation.path();
    String expression = operation.path();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      String value = values.getOrDefault(name, parameter.path("example").asText());
      path = path.replace("{" + name + "}", value);
      expression =
          expression.replace(
              "{" + name + "}", values.getOrDefault(name, "${" + stateParameter(name) + "}"));
    }
    request
        .method(operation.method())
        .path(fromProviderState(expression, path))
        .header("Accept", "application/json")
        .header("Authorization", fromProviderState("Bearer ${token}", "Bearer " + token));
    return sent.isMissingNode()
        ? request
        : request.header("Content-Type", "application/json").body(sent.toString());
  }

  private HttpResponseBuilder response(HttpResponseBuilder response) {
    response.status(status);
    if (!received.isMissingNode()) {
      headers.put("Content-Type", regexp("application/json(;.*)?", "application/json"));
    }
    response.headers(headers);
    return received.isMissingNode() ? response : response.body(received.toString());
  }

  /** From {@code webhook_id} to {@code webhookId}. */
  private static String stateParameter(String name) {
    return Pattern.compile("_(.)")
        .matcher(name)
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /** Without a matcher: to the mock server the example is the only right value. */
  private static void inject(IHttpPart part, String jsonPath, String parameter) {
    part.getGenerators()
        .addGenerator(
            Category.BODY,
            jsonPath,
            new ProviderStateGenerator("${" + parameter + "}", DataType.STRING));
  }
}

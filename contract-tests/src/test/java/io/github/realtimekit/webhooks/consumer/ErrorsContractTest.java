package io.github.realtimekit.webhooks.consumer;

import static au.com.dius.pact.consumer.dsl.Matchers.regexp;
import static io.github.realtimekit.webhooks.consumer.Endpoint.LIST_EVENT_TYPES;
import static io.github.realtimekit.webhooks.consumer.Example.CONSUMER;
import static io.github.realtimekit.webhooks.consumer.Example.PROVIDER;
import static io.github.realtimekit.webhooks.consumer.Example.REFUSED;
import static io.github.realtimekit.webhooks.consumer.Example.REFUSED_TOKEN;
import static io.github.realtimekit.webhooks.consumer.Example.WEBHOOK;
import static io.github.realtimekit.webhooks.consumer.Example.client;
import static io.github.realtimekit.webhooks.consumer.Example.error;
import static io.github.realtimekit.webhooks.consumer.Example.json;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.realtimekit.webhooks.ForbiddenException;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.UnauthorizedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the errors that every operation can respond with. */
@PactConsumerTest
@PactTestFor(providerName = PROVIDER, pactVersion = PactSpecVersion.V4)
class ErrorsContractTest {
  private static final List<Endpoint> ALL = List.of(Endpoint.values());

  @Pact(consumer = CONSUMER)
  V4Pact refusedByRealtimeKit(PactBuilder pact) {
    DslPart text =
        PactDslJsonRootValue.stringMatcher(
            "[\\s\\S]*Unauthorized[\\s\\S]*", "{\n  message: \"Unauthorized\"\n}\n");
    for (Endpoint endpoint : ALL) {
      pact.given("the token is refused by RealtimeKit", REFUSED)
          .expectsToReceiveHttpInteraction(
              endpoint + " 401, refused by RealtimeKit",
              http ->
                  endpoint
                      .request(http, REFUSED_TOKEN)
                      .comment(endpoint == LIST_EVENT_TYPES ? "assumed" : "documented")
                      .pending(endpoint == LIST_EVENT_TYPES)
                      .willRespondWith(response -> response.status(401).body(text)));
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "refusedByRealtimeKit")
  void tokenRefusedByRealtimeKitIsUnauthorized(MockServer server) {
    for (Endpoint endpoint : ALL) {
      var thrown = endpoint.thrown(client(server, REFUSED_TOKEN), UnauthorizedException.class);

      assertThat(thrown.status()).isEqualTo(401);
      assertThat(thrown.codes()).isEmpty();
      assertThat(thrown.reason()).isEqualTo("Unauthorized");
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact refusedAtTheEdge(PactBuilder pact) {
    DslPart code10000 =
        json(
            body ->
                body.arrayContaining(
                    "errors",
                    errors ->
                        errors.object(
                            error ->
                                error
                                    .numberValue("code", 10000)
                                    .stringType("message", "Authentication error"))));
    for (Endpoint endpoint : ALL) {
      pact.given("the token is refused at the edge", REFUSED)
          .expectsToReceiveHttpInteraction(
              endpoint + " 401, refused at the edge",
              http ->
                  endpoint
                      .request(http, REFUSED_TOKEN)
                      .comment("observed, with 401 and with 403")
                      .willRespondWith(
                          response -> response.statusCodes(List.of(401, 403)).body(code10000)));
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "refusedAtTheEdge")
  void tokenRefusedAtTheEdgeIsUnauthorized(MockServer server) {
    for (Endpoint endpoint : ALL) {
      var thrown = endpoint.thrown(client(server, REFUSED_TOKEN), UnauthorizedException.class);

      assertThat(thrown.status()).isEqualTo(401);
      assertThat(thrown.codes()).containsExactly(10000);
      assertThat(thrown.reason()).isEqualTo("Authentication error");
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact forbidden(PactBuilder pact) {
    DslPart codeOfTheEdge =
        json(
            body ->
                body.eachLike(
                    "errors",
                    error -> error.integerType("code", 9109).stringType("message", "Forbidden")));
    for (Endpoint endpoint : ALL) {
      pact.given("RealtimeKit is not enabled on the account", WEBHOOK)
          .expectsToReceiveHttpInteraction(
              endpoint + " 403, an account without RealtimeKit",
              http ->
                  endpoint
                      .request(http)
                      .comment("observed; any code but 10000, which is for a refused token")
                      .willRespondWith(response -> response.status(403).body(codeOfTheEdge)));
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "forbidden")
  void accountWithoutRealtimeKitIsForbidden(MockServer server) {
    for (Endpoint endpoint : ALL) {
      var thrown = endpoint.thrown(client(server), ForbiddenException.class);

      assertThat(thrown.codes()).containsExactly(9109);
      assertThat(thrown.reason()).isEqualTo("Forbidden");
    }
  }

  @Pact(consumer = CONSUMER)
  V4Pact rateLimited(PactBuilder pact) {
    for (Endpoint endpoint : ALL) {
      pact.given("the rate limit is reached", WEBHOOK)
          .expectsToReceiveHttpInteraction(
              endpoint + " 429, one request too many",
              http ->
                  endpoint
                      .request(http)
                      .comment("documented")
                      .willRespondWith(
                          response ->
                              response.status(429).header("Retry-After", regexp("\\d+", "10"))));
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "rateLimited")
  void rateLimitHasAWait(MockServer server) {
    for (Endpoint endpoint : ALL) {
      var thrown = endpoint.thrown(client(server), RateLimitedException.class);

      assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(10));
    }
  }
}

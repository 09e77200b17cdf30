package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Finds each status code of an operation, and each event, that the contracts lack. */
class CoverageIT {
  private static final String SKELETON =
      """
      %1$s %2$s has no interaction. Write it in contract-tests/src/test/java, package consumer:

        @Pact(consumer = CONSUMER)
        V4Pact %1$s%2$s(PactBuilder pact) {
          return pact.given("…", WEBHOOK)
              .expectsToReceiveHttpInteraction(
                  "%1$s %2$s, …",
                  http ->
                      // A row for %3$s %4$s in Endpoint
                      Endpoint.….request(http)
                          .comment("documented, observed or assumed?")
                          .willRespondWith(response -> response.status(%2$s)))
              .toPact();
        }

        @Test
        @PactTestFor(pactMethod = "%1$s%2$s")
        void …(MockServer server) {
          assertThat(client(server).%1$s(…)).…;
        }

      Then: mvn -pl contract-tests -am verify -Dpact.recreate
      """;

  @Test
  void everyStatusCodeHasAnInteraction() throws IOException {
    assertThat(missing(Spec.load())).as("%s", String.join("\n", missing(Spec.load()))).isEmpty();
  }

  @Test
  void everyEventHasAMessage() throws IOException {
    Set<String> events =
        Interaction.with("cloudflare-realtimekit-deliveries").stream()
            .map(message -> message.json().at("/contents/content/event").asText())
            .collect(Collectors.toSet());
    List<String> types = new ArrayList<>();
    Spec.load()
        .tree()
        .at("/components/schemas/Event/discriminator/mapping")
        .fieldNames()
        .forEachRemaining(types::add);

    assertThat(events).as("events with a message in DeliveriesContractTest").containsAll(types);
  }

  @Test
  void addedOperationIsNamedWithASkeleton() throws IOException {
    ObjectNode spec = Spec.load().tree().deepCopy();
    JsonNode operation = spec.at("/paths").properties().iterator().next().getValue().path("get");
    ((ObjectNode) spec.at("/paths"))
        .putObject("/accounts/{account_id}/pauses")
        .set("post", ((ObjectNode) operation.deepCopy()).put("operationId", "pauseWebhooks"));

    assertThat(missing(Spec.of(spec)))
        .hasSize(operation.path("responses").size())
        .first()
        .asString()
        .startsWith("pauseWebhooks 200 has no interaction.")
        .contains(
            "V4Pact pauseWebhooks200(PactBuilder pact)", "POST /accounts/{account_id}/pauses");
  }

  private static List<String> missing(Spec spec) throws IOException {
    Set<String> covered =
        Interaction.with("cloudflare-realtimekit-webhooks").stream()
            .map(interaction -> interaction.operationId() + " " + interaction.status())
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (Operation operation : spec.operations()) {
      for (String status : operation.responses().keySet()) {
        if (!covered.contains(operation.id() + " " + status)) {
          missing.add(
              SKELETON.formatted(operation.id(), status, operation.method(), operation.path()));
        }
      }
    }
    return missing;
  }
}

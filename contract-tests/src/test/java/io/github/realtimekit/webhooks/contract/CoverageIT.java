package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.contract.MissingTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finds each status code of an operation, and each event, that the contracts lack. */
class CoverageIT {
  @Test
  void everyStatusCodeAndEventIsInAContract() throws IOException {
    List<String> missing = missing(Spec.load());

    assertThat(missing).as("%s", String.join("\n\n", missing)).isEmpty();
  }

  @Test
  void addedOperationIsNamedWithASkeleton() throws IOException {
    ObjectNode spec = Spec.load().tree().deepCopy();
    JsonNode operation = spec.at(Spec.load().operation("listWebhooks").pointer());
    ((ObjectNode) spec.at("/paths"))
        .putObject("/accounts/{account_id}/pauses")
        .set("post", ((ObjectNode) operation.deepCopy()).put("operationId", "pauseWebhooks"));

    assertThat(missing(Spec.of(spec)))
        .filteredOn(text -> text.startsWith("pauseWebhooks"))
        .singleElement()
        .asString()
        .startsWith("pauseWebhooks has no interaction for 200, 401, 403, 404, 429.")
        .contains("V4Pact pauseWebhooks200(PactBuilder pact)");
  }

  private static List<String> missing(Spec spec) throws IOException {
    return new MissingTests(contract("webhooks"), contract("deliveries")).of(spec);
  }

  private static JsonNode contract(String provider) throws IOException {
    String file = "realtimekit-webhooks-java-cloudflare-realtimekit-" + provider + ".json";
    return new ObjectMapper().readTree(Path.of("pacts", file).toFile());
  }
}

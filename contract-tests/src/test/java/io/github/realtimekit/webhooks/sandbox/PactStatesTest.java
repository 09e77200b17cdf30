package io.github.realtimekit.webhooks.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PactStatesTest extends SandboxTest {
  /** Pact JVM's own client repeats a request after a 429, and reads the second response. */
  @ParameterizedTest
  @CsvSource({"the rate limit is reached, 429", "RealtimeKit is not enabled on the account, 403"})
  void failureIsStillThereWhenAskedAgain(String state, int status) throws Exception {
    Map<String, String> values = new PactStates(sandbox).set(state);
    Wire app =
        wire.withApp(requireNonNull(values.get("accountId")), requireNonNull(values.get("appId")));

    assertThat(app.list().status()).isEqualTo(status);
    assertThat(app.list().status()).isEqualTo(status);
  }

  @Test
  void setsUpAStateByPactsProtocol() {
    JsonNode values =
        new PactStates(sandbox).respond(Json.object().put("state", "a webhook exists"));

    Wire app = wire.withApp(values.get("accountId").asText(), values.get("appId").asText());
    assertThat(app.list().data().at("/0/id")).isEqualTo(values.get("webhookId"));
  }

  @Test
  void teardownSetsUpNothing() {
    ObjectNode request = Json.object().put("state", "x").put("action", "teardown");

    assertThat(new PactStates(sandbox).respond(request)).isEmpty();
  }
}

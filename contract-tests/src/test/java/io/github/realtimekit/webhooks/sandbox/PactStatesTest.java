package io.github.realtimekit.webhooks.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
}

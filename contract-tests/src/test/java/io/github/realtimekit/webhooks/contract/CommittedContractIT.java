package io.github.realtimekit.webhooks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the contracts that the consumer tests of this build wrote with the committed ones. */
class CommittedContractIT {
  @ParameterizedTest
  @ValueSource(strings = {"cloudflare-realtimekit-webhooks", "cloudflare-realtimekit-deliveries"})
  void consumerTestsWriteTheCommittedContract(String provider) {
    String file = "realtimekit-webhooks-java-" + provider + ".json";

    assertThat(Path.of("target", "pacts", file))
        .as(
            "If the difference is meant, run mvn -pl contract-tests -am verify -Dpact.recreate,"
                + " and commit contract-tests/pacts/%s",
            file)
        .hasSameTextualContentAs(Path.of("pacts", file))
        .hasSameBinaryContentAs(Path.of("pacts", file));
  }
}

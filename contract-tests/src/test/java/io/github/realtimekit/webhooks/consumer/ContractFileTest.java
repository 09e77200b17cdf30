package io.github.realtimekit.webhooks.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** Runs after all other tests of this package: what they wrote must be the contract. */
class ContractFileTest {
  private static final String FILE =
      "realtimekit-webhooks-java-cloudflare-realtimekit-webhooks.json";
  private static final Path WRITTEN = Path.of(System.getProperty("pact.rootDir"), FILE);
  private static final Path COMMITTED = Path.of("pacts", FILE);

  @Test
  void writtenIsCommitted() throws IOException {
    if (Boolean.getBoolean("pact.recreate")) {
      Files.copy(WRITTEN, COMMITTED, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(WRITTEN)
        .as(
            "What the client expects of the API has changed. Look at the difference to %s; if it is"
                + " meant, recreate the contract with"
                + " `mvn verify -pl contract-tests -am -Dpact.recreate` and commit it",
            COMMITTED)
        .usingCharset(UTF_8)
        .hasSameTextualContentAs(COMMITTED, UTF_8)
        .hasSameBinaryContentAs(COMMITTED);
  }
}

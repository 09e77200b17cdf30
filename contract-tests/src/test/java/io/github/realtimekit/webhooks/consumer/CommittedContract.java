package io.github.realtimekit.webhooks.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Compares the contract that a class's tests write with the committed one, or replaces that with
 * {@code -Dpact.recreate}. Stands before Pact's own extension, which is done first then.
 */
abstract class CommittedContract implements BeforeAllCallback, AfterAllCallback {
  static final String CONSUMER = "realtimekit-webhooks-java";

  private final Path written;
  private final Path committed;

  CommittedContract(String provider) {
    String file = CONSUMER + "-" + provider + ".json";
    this.written = Path.of(System.getProperty("pact.rootDir"), file);
    this.committed = Path.of("pacts", file);
  }

  /** Pact adds to the file that is there, and what no test expects any more would survive. */
  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Files.deleteIfExists(written);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (Boolean.getBoolean("pact.recreate")) {
      Files.copy(written, committed, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(written)
        .as(
            "The tests of %s write another contract than %s. Look at the difference; if it is"
                + " meant, run `mvn verify -pl contract-tests -am -Dpact.recreate` and commit the"
                + " file",
            context.getDisplayName(), committed)
        .usingCharset(UTF_8)
        .hasSameTextualContentAs(committed, UTF_8)
        .hasSameBinaryContentAs(committed);
  }
}

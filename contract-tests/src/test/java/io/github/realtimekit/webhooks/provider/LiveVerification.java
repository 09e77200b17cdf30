package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.HttpsTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.github.realtimekit.webhooks.provider.LiveReport.Outcome;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Verifies the API that the environment names against the committed contract. */
@Provider("cloudflare-realtimekit-webhooks")
@PactFolder("${user.dir}/pacts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveVerification {
  private final LiveReport report = new LiveReport();
  private LiveApi api;
  private LiveStates states;
  private Thread stop;

  /** Returns the API to verify. */
  LiveApi connect() {
    return new LiveApi(System.getenv(), LiveApi.PACE);
  }

  void publish(LiveReport report) throws IOException {
    report.publish(Path.of("target", "contract-live.md"));
  }

  @BeforeAll
  void begin() throws IOException, InterruptedException {
    api = connect();
    api.checkAccess();
    stop = new Thread(this::stop);
    Runtime.getRuntime().addShutdownHook(stop);
  }

  /** Cleans up if the run is stopped half-way, unless the process is killed. */
  private void stop() {
    try {
      api.stop();
    } catch (IOException | InterruptedException e) {
      System.err.println("Webhooks may be left, with URLs below " + api.ownUrls() + ": " + e);
    }
  }

  @BeforeEach
  void setTarget(PactVerificationContext context) throws MalformedURLException {
    states = new LiveStates(api);
    URL url = api.baseUrl().toURL();
    context.setTarget(
        url.getProtocol().equals("https")
            ? HttpsTestTarget.fromUrl(url)
            : HttpTestTarget.fromUrl(url));
    context.addStateChangeHandlers(new ProviderStates(states::set));
  }

  @AfterEach
  void end(PactVerificationContext context) throws IOException, InterruptedException {
    report.addIfMissing(
        Outcome.NOT_TRIED,
        context.getInteraction().getDescription(),
        "its state was not set up, see the failure");
    api.removeOwn();
  }

  @AfterAll
  void close() throws IOException {
    if (stop != null) {
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    publish(report);
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void verify(PactVerificationContext context) throws InterruptedException {
    String interaction = context.getInteraction().getDescription();
    if (states.skipReason().isPresent()) {
      report.add(Outcome.NOT_TRIED, interaction, states.skipReason().get());
      return;
    }
    api.pause();
    try {
      context.verifyInteraction();
      report.add(
          context.getTestExecutionResult().isEmpty() ? Outcome.AGREED : Outcome.PENDING,
          interaction,
          "");
    } catch (AssertionError e) {
      report.add(Outcome.DIFFERS, interaction, String.valueOf(e.getMessage()));
      throw e;
    }
  }
}

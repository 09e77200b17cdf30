package io.github.realtimekit.webhooks.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.github.realtimekit.webhooks.provider.LiveReport.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The committed contract against the API that the environment names: {@code mvn verify -Plive}. */
@Provider("cloudflare-realtimekit-webhooks")
@PactFolder("${user.dir}/pacts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveVerification {
  private final LiveReport report = new LiveReport();
  private LiveApi api;
  private LiveStates states;
  private RecordingTarget target;
  private Thread stop;

  /** The API that is verified. */
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

  /** A run that is stopped half-way still cleans up, unless it is killed outright. */
  private void stop() {
    try {
      api.stop();
    } catch (IOException | InterruptedException e) {
      System.err.println("Webhooks may be left, with URLs below " + api.ownUrls() + ": " + e);
    }
  }

  @BeforeEach
  void aim(PactVerificationContext context) {
    states = new LiveStates(api);
    target = new RecordingTarget(api.baseUrl());
    context.setTarget(target);
    context.addStateChangeHandlers(states);
  }

  @AfterEach
  void end(PactVerificationContext context) throws IOException, InterruptedException {
    report.addIfMissing(
        Outcome.NOT_TRIED,
        context.getInteraction().getDescription(),
        "its state could not be made, see the failure");
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
    if (states.notTried().isPresent()) {
      report.add(Outcome.NOT_TRIED, interaction, states.notTried().get());
      return;
    }
    api.pause();
    try {
      context.verifyInteraction();
      RecordingTarget.injected(context.getInteraction(), context.getExecutionContext())
          .forEach(
              (place, value) -> assertThat(target.receivedAt(place)).as(place).contains(value));
      report.add(Outcome.AGREED, interaction, "");
    } catch (AssertionError e) {
      Optional<KnownDifference> known =
          KnownDifference.of(
              (SynchronousHttp) context.getInteraction(), target.status(), target.received());
      report.add(
          known.isPresent() ? Outcome.KNOWN : Outcome.DIFFERS,
          interaction,
          known.map(each -> each.text + ": " + response()).orElseGet(this::response));
      if (known.isEmpty()) {
        throw e;
      }
    }
  }

  private String response() {
    return target.status() == 0 ? "no response" : target.status() + " " + target.received();
  }
}

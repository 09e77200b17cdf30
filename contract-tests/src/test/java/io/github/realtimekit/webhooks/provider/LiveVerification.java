package io.github.realtimekit.webhooks.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.github.realtimekit.webhooks.provider.LiveReport.Outcome;
import java.io.IOException;
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
@PactFolder("pacts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveVerification {
  private final LiveReport report = new LiveReport();
  private LiveApi api;
  private LiveStates states;
  private RecordingTarget target;

  @BeforeAll
  void readEnvironment() {
    api = new LiveApi(System.getenv());
  }

  @BeforeEach
  void aim(PactVerificationContext context) {
    states = new LiveStates(api);
    target = new RecordingTarget(api.baseUrl());
    context.setTarget(target);
    context.addStateChangeHandlers(states);
  }

  @AfterEach
  void removeOwn() throws IOException, InterruptedException {
    api.removeOwn();
  }

  @AfterAll
  void publish() throws IOException {
    report.publish();
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void verify(PactVerificationContext context) throws InterruptedException {
    String interaction = context.getInteraction().getDescription();
    if (states.notTried().isPresent()) {
      report.add(Outcome.NOT_TRIED, interaction, states.notTried().get());
      return;
    }
    LiveApi.pause();
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
          known.map(each -> each.text + ": " + answer()).orElseGet(this::answer));
      if (known.isEmpty()) {
        throw e;
      }
    }
  }

  private String answer() {
    return target.status() + " " + target.received();
  }
}

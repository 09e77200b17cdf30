package io.github.realtimekit.webhooks.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Verifies the sandbox against the committed contract, over HTTP. */
@Provider("cloudflare-realtimekit-webhooks")
@PactFolder("${user.dir}/pacts")
class SandboxVerificationIT {
  private Sandbox sandbox;
  private RecordingTarget target;

  @BeforeEach
  void start(PactVerificationContext context) throws IOException {
    sandbox = Sandbox.builder().start();
    target = new RecordingTarget(sandbox.baseUrl());
    context.setTarget(target);
    context.addStateChangeHandlers(new SandboxStates(sandbox));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void verify(PactVerificationContext context) {
    context.verifyInteraction();

    assertThat(target.contradictions()).isEmpty();
    RecordingTarget.injected(context.getInteraction(), context.getExecutionContext())
        .forEach((place, value) -> assertThat(target.receivedAt(place)).contains(value));
    if (target.received().path("data").isObject()) {
      assertKeeps(target.received().get("data"), target.sent());
    }
  }

  /** Pact compares the fields of the response by type; this compares them with those sent. */
  private static void assertKeeps(JsonNode data, JsonNode sent) {
    sent.properties()
        .forEach(field -> assertThat(data.get(field.getKey())).isEqualTo(field.getValue()));
  }
}

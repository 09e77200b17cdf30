package io.github.realtimekit.webhooks.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Verifies the sandbox against a contract, over HTTP. */
@Provider("cloudflare-realtimekit-webhooks")
abstract class SandboxVerification {
  private Sandbox sandbox;

  @BeforeEach
  void start(PactVerificationContext context) throws IOException {
    sandbox = Sandbox.builder().start();
    context.setTarget(HttpTestTarget.fromUrl(provider(sandbox.baseUrl()).toURL()));
    context.addStateChangeHandlers(new ProviderStates(new PactStates(sandbox)::set));
  }

  /** Returns the base URL of the provider. */
  URI provider(URI sandbox) throws IOException {
    return sandbox;
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void verify(PactVerificationContext context) {
    context.verifyInteraction();

    assertThat(context.getTestExecutionResult()).as("failures that are pending").isEmpty();
  }
}

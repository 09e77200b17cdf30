package io.github.realtimekit.webhooks.readme;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.github.realtimekit.webhooks.provider.ProviderStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

// snippet: verify-provider
@Provider("cloudflare-realtimekit-webhooks")
@PactFolder("target/contract/pacts")
class OurProviderIT {
  @BeforeEach
  void start(PactVerificationContext context) {
    context.setTarget(new HttpTestTarget("localhost", OurProvider.port(), "/client/v4"));
    context.addStateChangeHandlers(new ProviderStates(OurProvider::setUp));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void verify(PactVerificationContext context) {
    context.verifyInteraction();
  }
}
// end

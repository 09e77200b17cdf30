package io.github.realtimekit.webhooks.readme;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

// snippet: verify-stand-in
@Provider("cloudflare-realtimekit-webhooks")
@PactFolder("target/contract/pacts")
class OurStandInTest {
  @BeforeEach
  void start(PactVerificationContext context) {
    context.setTarget(new HttpTestTarget("localhost", 8080, "/client/v4"));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void verify(PactVerificationContext context) {
    context.verifyInteraction();
  }

  @State("a webhook exists")
  Map<String, String> webhook() {
    // Create it, then name it: the values replace the examples in request and response.
    return Map.of(
        "accountId", "a1",
        "appId", "b2",
        "url", "https://example.com/new",
        "webhookId", "0d1f069d-43bb-489a-ad8c-7eb95592ba8e");
  }
}
// end

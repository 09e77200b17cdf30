package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junitsupport.State;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import java.util.Map;

/** The states by name, where Pact JVM looks for them. */
final class SandboxStates {
  private final PactStates states;

  SandboxStates(Sandbox sandbox) {
    this.states = new PactStates(sandbox);
  }

  @State("the token is accepted")
  Map<String, String> tokenAccepted() {
    return states.set("the token is accepted");
  }

  @State("the token is refused")
  Map<String, String> tokenNotAccepted() {
    return states.set("the token is refused");
  }

  @State("the app has no webhooks")
  Map<String, String> noWebhooks() {
    return states.set("the app has no webhooks");
  }

  @State("no webhook has the URL")
  Map<String, String> urlIsFree() {
    return states.set("no webhook has the URL");
  }

  @State("a webhook exists")
  Map<String, String> webhook() {
    return states.set("a webhook exists");
  }

  @State("a webhook has the URL")
  Map<String, String> urlIsTaken() {
    return states.set("a webhook has the URL");
  }

  @State("no webhook has the id")
  Map<String, String> unknownId() {
    return states.set("no webhook has the id");
  }

  @State("RealtimeKit is not enabled on the account")
  Map<String, String> forbidden() {
    return states.set("RealtimeKit is not enabled on the account");
  }

  @State("the rate limit is reached")
  Map<String, String> rateLimited() {
    return states.set("the rate limit is reached");
  }
}

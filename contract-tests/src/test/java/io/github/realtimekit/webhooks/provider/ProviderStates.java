package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junitsupport.State;
import java.util.Map;
import java.util.function.BiFunction;

/** Has a method for each state of the contract, as Pact JVM asks for. */
public final class ProviderStates {
  private final BiFunction<String, Map<String, ?>, Map<String, String>> states;

  /**
   * Creates the states of a provider.
   *
   * @param states sets up the state with this name and these parameters, and returns values that
   *     replace parameters
   */
  public ProviderStates(BiFunction<String, Map<String, ?>, Map<String, String>> states) {
    this.states = states;
  }

  @State("the token is refused by RealtimeKit")
  Map<String, String> refusedByRealtimeKit(Map<String, ?> parameters) {
    return states.apply("the token is refused by RealtimeKit", parameters);
  }

  @State("the token is refused at the edge")
  Map<String, String> refusedAtTheEdge(Map<String, ?> parameters) {
    return states.apply("the token is refused at the edge", parameters);
  }

  @State("RealtimeKit is not enabled on the account")
  Map<String, String> forbidden(Map<String, ?> parameters) {
    return states.apply("RealtimeKit is not enabled on the account", parameters);
  }

  @State("the rate limit is reached")
  Map<String, String> rateLimited(Map<String, ?> parameters) {
    return states.apply("the rate limit is reached", parameters);
  }

  @State("the app has no webhooks, and its list is not found")
  Map<String, String> empty(Map<String, ?> parameters) {
    return states.apply("the app has no webhooks, and its list is not found", parameters);
  }

  @State("no webhook has the URL")
  Map<String, String> urlIsFree(Map<String, ?> parameters) {
    return states.apply("no webhook has the URL", parameters);
  }

  @State("a webhook has the URL")
  Map<String, String> urlIsTaken(Map<String, ?> parameters) {
    return states.apply("a webhook has the URL", parameters);
  }

  @State("no webhook has the id")
  Map<String, String> unknownId(Map<String, ?> parameters) {
    return states.apply("no webhook has the id", parameters);
  }

  @State("a disabled webhook with one event exists")
  Map<String, String> disabled(Map<String, ?> parameters) {
    return states.apply("a disabled webhook with one event exists", parameters);
  }

  @State("a disabled webhook with one event exists, and edits return all of it")
  Map<String, String> whole(Map<String, ?> parameters) {
    return states.apply(
        "a disabled webhook with one event exists, and edits return all of it", parameters);
  }

  @State("a disabled webhook with one event exists, and edits return part of it")
  Map<String, String> part(Map<String, ?> parameters) {
    return states.apply(
        "a disabled webhook with one event exists, and edits return part of it", parameters);
  }
}

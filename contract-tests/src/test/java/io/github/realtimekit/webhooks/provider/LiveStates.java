package io.github.realtimekit.webhooks.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the states of the contract through the API itself, or gives the reason why not. The
 * reasons are the reviewed list of what the live run leaves out.
 */
final class LiveStates {
  private final LiveApi api;
  private @Nullable String skipReason;

  LiveStates(LiveApi api) {
    this.api = api;
  }

  /** Returns why the state was not set up, empty if it was. */
  Optional<String> skipReason() {
    return Optional.ofNullable(skipReason);
  }

  /** Sets up a state, and returns values that replace its parameters. */
  Map<String, String> set(String state, Map<String, ?> parameters) {
    try {
      skipReason = reasonAgainst(state);
      if (skipReason != null || state.startsWith("the token is refused")) {
        return Map.of();
      }
      Map<String, String> values = new HashMap<>(api.values());
      if (state.startsWith("a disabled webhook") || state.equals("a webhook has the URL")) {
        values.put("url", values.get("newUrl") + "-taken");
        values.put("webhookId", api.create(values.get("url"), parameters));
      } else if (state.equals("no webhook has the id")) {
        values.put("webhookId", UUID.randomUUID().toString());
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private @Nullable String reasonAgainst(String state) throws IOException, InterruptedException {
    return switch (state) {
      case "RealtimeKit is not enabled on the account" -> "it needs an account without RealtimeKit";
      case "the rate limit is reached" -> "it would lock all users of the account out for minutes";
      case "the token is refused by RealtimeKit" ->
          api.refusesAtTheEdge() ? "the API refuses the token at the edge" : null;
      case "the token is refused at the edge" ->
          api.refusesAtTheEdge() ? null : "the API refuses the token by RealtimeKit";
      case "the app has no webhooks, and its list is not found" ->
          api.listsNothing() ? null : "the app has webhooks, or an empty list is not a 404";
      case "a disabled webhook with one event exists, and edits return all of it" ->
          api.returnsWholeWebhooks() ? null : "edits return part of the webhook";
      case "a disabled webhook with one event exists, and edits return part of it" ->
          api.returnsWholeWebhooks() ? "edits return all of the webhook" : null;
      default -> null;
    };
  }
}

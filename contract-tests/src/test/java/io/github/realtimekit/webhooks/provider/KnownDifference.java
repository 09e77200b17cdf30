package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Differences of the live API from its documentation, which the contract follows. */
enum KnownDifference {
  EDGE_REJECTS_THE_TOKEN("the platform's edge rejects the token, in its own envelope") {
    @Override
    boolean explains(SynchronousHttp expected, int status, JsonNode received) {
      return expected.getResponse().getStatus() == 401
          && Set.of(400, 401, 403).contains(status)
          && received.path("errors").findValues("code").stream()
              .anyMatch(code -> REJECTED.contains(code.asInt()));
    }
  },
  PARTIAL_ECHO("the response leaves fields of the webhook out") {
    @Override
    boolean explains(SynchronousHttp expected, int status, JsonNode received) {
      boolean echo = Set.of("PUT", "PATCH").contains(expected.getRequest().getMethod());
      JsonNode data = received.path("data");
      return echo
          && status == 200
          && expected.getResponse().getStatus() == 200
          && received.path("success").asBoolean()
          && data.has("id")
          && FIELDS.stream().anyMatch(field -> !data.has(field));
    }
  };

  private static final Set<Integer> REJECTED = Set.of(10000, 6003, 6111, 9106);
  private static final List<String> FIELDS =
      List.of("created_at", "enabled", "events", "name", "updated_at", "url");

  final String text;

  KnownDifference(String text) {
    this.text = text;
  }

  abstract boolean explains(SynchronousHttp expected, int status, JsonNode received);

  static Optional<KnownDifference> of(SynchronousHttp expected, int status, JsonNode received) {
    return Stream.of(values())
        .filter(each -> each.explains(expected, status, received))
        .findFirst();
  }
}

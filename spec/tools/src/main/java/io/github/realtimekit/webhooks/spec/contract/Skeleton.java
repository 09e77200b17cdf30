package io.github.realtimekit.webhooks.spec.contract;

import io.github.realtimekit.webhooks.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A contract test of one operation, to start from. */
record Skeleton(Operation operation) {
  private static final Pattern UNDERSCORE = Pattern.compile("_(\\w)");
  private static final String WEBHOOKS = "/accounts/{account_id}/realtime/kit/{app_id}/webhooks";

  /** Status codes that the rows of {@code Endpoint} have tested. */
  private static final List<String> OF_ENDPOINT = List.of("401", "403", "429");

  private static final String ROW =
      """
      In Endpoint, whose rows get a test of 401, 403 and 429:

          %1$s("%2$s", "%3$s", "%4$s")
          case %1$s -> client.%2$s(%5$s);
      %6$s""";

  private static final String METHODS =
      """
      In %1$s, for %2$s:

        @Pact(consumer = CONSUMER)
        V4Pact %3$s%4$s(PactBuilder pact) {
          return pact.given(%5$s)
              .expectsToReceiveHttpInteraction(
                  "%3$s %4$s, …",
                  http ->
                      %6$s
                          .comment("documented, observed or assumed")
                          .willRespondWith(response -> response.status(%4$s)%7$s))
              .toPact();
        }

        @Test
        @PactTestFor(pactMethod = "%3$s%4$s")
        void …(MockServer server) {
          %8$s
        }
      """;

  private static final String EVENT =
      """
      %1$s is in no message. In DeliveriesContractTest:

        import io.github.realtimekit.webhooks.%3$s;

        @Pact(consumer = CONSUMER)
        V4Pact %2$s(PactBuilder pact) {
          return message(pact, "%1$s", body -> {});
        }

        @Test
        @PactTestFor(pactMethod = "%2$s")
        void %2$sIsRead(List<AsynchronousMessage> messages) {
          assertThat(receive(messages, %3$s.class).type())
              .isEqualTo(EventType.of("%1$s"));
        }

      In DeliveryVerification:

        @PactVerifyProvider("%1$s")
        MessageAndMetadata %2$s() {
          return delivered("%1$s");
        }
      """;

  static String event(String type, String schema) {
    String method = schema.substring(0, 1).toLowerCase(Locale.ROOT) + schema.substring(1);
    return EVENT.formatted(type, method, schema).strip();
  }

  String text(List<String> statuses) {
    List<String> parts = new ArrayList<>();
    parts.add(operation.id() + " has no interaction for " + String.join(", ", statuses) + ".");
    List<String> own = new ArrayList<>(statuses);
    if (isOfWebhooks()) {
      boolean isNew = own.removeAll(OF_ENDPOINT);
      if (isNew) {
        parts.add(row());
      }
    }
    if (!own.isEmpty()) {
      parts.add(methods(own));
    }
    return String.join("\n", parts).strip();
  }

  private boolean isOfWebhooks() {
    return operation.path().startsWith(WEBHOOKS);
  }

  private String row() {
    boolean hasBody = !operation.requestSchema().isMissingNode();
    String body = hasBody ? "    and its body in request(http, token)\n" : "";
    String id = operation.path().contains("{webhook_id}") ? "ID" : "";
    String sent = hasBody ? "…" : "";
    return ROW.formatted(
        operation.id().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT),
        operation.id(),
        operation.method(),
        template().substring(pactPath(WEBHOOKS).length()),
        id.isEmpty() || sent.isEmpty() ? id + sent : id + ", " + sent,
        body);
  }

  /** Returns a test of the first status code; those of the others differ in state and response. */
  private String methods(List<String> statuses) {
    String tag = operation.node().at("/tags/0").asText();
    String status = statuses.get(0);
    boolean success = status.startsWith("2");
    boolean hasBody = !operation.responseSchema(status).isMissingNode();
    String call =
        (isOfWebhooks() ? "client(server)" : tag + "Client…build()") + "." + operation.id() + "(…)";
    String request =
        isOfWebhooks()
            ? "Endpoint.of(\"%s\").request(http)".formatted(operation.id())
            : "Example.request(http, \"%s\", \"%s\", \"%s\")"
                .formatted(operation.id(), operation.method(), template());
    return METHODS.formatted(
        isOfWebhooks()
            ? (success ? "WebhooksContractTest" : "BadRequestsContractTest")
            : tag + "ContractTest",
        String.join(", ", statuses),
        operation.id(),
        status,
        success ? state() : "\"…\", WEBHOOK",
        request,
        success
            ? (hasBody ? ".body(data(data -> …))" : "")
            : ".body(error(%s, \"…\"))".formatted(status),
        success && hasBody
            ? "assertThat(%s).…;".formatted(call)
            : success ? call + ";" : "assertThat(thrown by %s).…;".formatted(call));
  }

  private String state() {
    return operation.path().contains("{webhook_id}")
        ? "DISABLED, WEBHOOK"
        : "\"no webhook has the URL\", APP";
  }

  private String template() {
    return pactPath(operation.path());
  }

  /** Names parameters as Pact's expressions do: account_id is ${accountId}. */
  private static String pactPath(String path) {
    return UNDERSCORE
        .matcher(path.replace("{", "${"))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}

package io.github.realtimekit.webhooks.contract;

import io.github.realtimekit.webhooks.spec.Operation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the spec documents of answers and the client does not read, each with its reason. The
 * contract asks for none of it. A row that no answer needs any more fails the coverage.
 */
enum Unread {
  SUCCESS("success", Of.FAILURE, "the status tells the failure already"),
  MESSAGES("messages[]", Of.FAILURE, "empty in all answers seen"),
  RESULT("result", Of.FAILURE, "null in all answers seen"),
  ERROR_CHAIN(
      "errors[].error_chain[]",
      Of.FAILURE,
      "only seen where the Authorization header is malformed, which this client never sends; that"
          + " it is read is tested in api-client"),
  CF_RAY(
      "header cf-ray",
      Of.RESULT,
      "read of failures; of a result it is reachable through Retrofit's calls only");

  /** An app without webhooks is a result, although the API answers 404. */
  private enum Of {
    FAILURE,
    RESULT;

    boolean is(Operation operation, int status) {
      boolean empty = status == 404 && operation.node().path("x-empty-on-404").asBoolean();
      return switch (this) {
        case FAILURE -> status >= 400;
        case RESULT -> status < 300 || empty;
      };
    }
  }

  final String field;
  final String reason;
  private final Of of;

  Unread(String field, Of of, String reason) {
    this.field = field;
    this.of = of;
    this.reason = reason;
  }

  static Set<String> of(Operation operation, int status) {
    return Stream.of(values())
        .filter(each -> each.of.is(operation, status))
        .map(each -> each.field)
        .collect(Collectors.toSet());
  }
}

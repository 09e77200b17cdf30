package io.github.realtimekit.webhooks.contract;

import io.github.realtimekit.webhooks.spec.Operation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Required fields and headers of responses that the client does not read, so that the contract does
 * not ask for them, each with the reason. A row that no response needs any more is a gap.
 */
enum Unread {
  SUCCESS("success", Of.ERROR, "the status code tells the error"),
  CF_RAY(
      "header cf-ray",
      Of.RESULT,
      "read of errors; of a result it is reachable through Retrofit's calls only");

  /** An app without webhooks is a result, although the status code is 404. */
  private enum Of {
    ERROR,
    RESULT;

    boolean is(Operation operation, int status) {
      boolean empty = status == 404 && operation.node().path("x-empty-on-404").asBoolean();
      return switch (this) {
        case ERROR -> status >= 400;
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

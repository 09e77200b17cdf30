package io.github.realtimekit.webhooks;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response that is not the expected result, without the token. */
record ErrorResponse(
    String operation,
    int status,
    List<Integer> codes,
    String reason,
    @Nullable String cfRay,
    @Nullable Duration retryAfter,
    String body,
    boolean outcomeUnknown)
    implements Serializable {

  /** Describes the response in a sentence or two. */
  String description() {
    StringBuilder text = new StringBuilder(operation).append(" failed with status ").append(status);
    String others =
        codes.stream().filter(code -> code != status).map(String::valueOf).collect(joining(", "));
    if (!others.isEmpty()) {
      text.append(" (code ").append(others).append(')');
    }
    if (!reason.isEmpty()) {
      text.append(": ").append(reason);
    }
    if (!reason.matches(".*[.!?]")) {
      text.append('.');
    }
    if (cfRay != null) {
      text.append(" Quote cf-ray ").append(cfRay).append(" to Cloudflare's support.");
    }
    return text.toString();
  }
}

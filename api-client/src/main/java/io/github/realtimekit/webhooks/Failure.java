package io.github.realtimekit.webhooks;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an answer that was not the promised one. */
record Failure(
    String operation,
    int status,
    List<Integer> codes,
    String reason,
    @Nullable String cfRay,
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

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

  /** One paragraph for people: what was tried, what came, what to do. */
  String message(String advice) {
    StringBuilder text = new StringBuilder(operation).append(": the API answered ").append(status);
    String others =
        codes.stream().filter(code -> code != status).map(String::valueOf).collect(joining(", "));
    if (!others.isEmpty()) {
      text.append(" with code ").append(others);
    }
    if (!reason.isEmpty()) {
      text.append(", ").append(reason);
    }
    if (!reason.matches(".*[.!?]")) {
      text.append('.');
    }
    if (!advice.isEmpty()) {
      text.append(' ').append(advice);
    }
    if (outcomeUnknown) {
      text.append(' ').append(OUTCOME_UNKNOWN);
    }
    if (cfRay != null) {
      text.append(" Cloudflare's support finds this exchange by its cf-ray ")
          .append(cfRay)
          .append('.');
    }
    return text.toString();
  }

  static final String OUTCOME_UNKNOWN =
      "It may have been carried out all the same: list what is there before you try again.";
}

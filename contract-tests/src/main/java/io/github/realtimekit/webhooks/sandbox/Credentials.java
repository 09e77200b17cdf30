package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets the one token pass. A header that is none or malformed is the edge's to refuse, with 400.
 */
final class Credentials {
  /** The characters that RFC 6750 allows in a bearer token. */
  static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final Pattern BEARER =
      Pattern.compile("bearer +(" + TOKEN.pattern() + ")", Pattern.CASE_INSENSITIVE);
  private static final Set<String> ANSWERED_AS_JSON = Set.of("PATCH", "DELETE");

  private final String token;

  Credentials(String token) {
    this.token = token;
  }

  void check(@Nullable String authorization, String method) {
    if (authorization == null) {
      throw new Refusal(Answer.edge(400, 9106, Text.EDGE_9106.with()));
    }
    Matcher bearer = BEARER.matcher(authorization);
    if (!bearer.matches()) {
      ObjectNode reason = Answer.reason(6003, Text.EDGE_6003.with());
      reason.putArray("error_chain").add(Answer.reason(6111, Text.EDGE_6111.with()));
      throw new Refusal(Answer.edge(400, reason));
    }
    if (!token.equals(bearer.group(1))) {
      Text text = ANSWERED_AS_JSON.contains(method) ? Text.UNAUTHORIZED_AS_JSON : Text.UNAUTHORIZED;
      throw new Refusal(Answer.string(401, text.with()));
    }
  }
}

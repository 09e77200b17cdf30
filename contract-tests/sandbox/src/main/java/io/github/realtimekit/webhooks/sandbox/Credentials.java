package io.github.realtimekit.webhooks.sandbox;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts one bearer token. The edge responds to a missing or malformed header, with 400. */
final class Credentials {
  /** Characters that RFC 6750 allows in a bearer token. */
  static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final Pattern BEARER =
      Pattern.compile("bearer +(" + TOKEN.pattern() + ")", Pattern.CASE_INSENSITIVE);
  private static final Set<String> EDIT_AND_DELETE = Set.of("PATCH", "DELETE");

  private final String token;

  Credentials(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }

  /** Returns the error response to a request that is not accepted. */
  Optional<Response> check(Received request) {
    Optional<String> authorization = request.header("Authorization");
    if (authorization.isEmpty()) {
      return Optional.of(Response.named("missing credentials"));
    }
    Matcher bearer = BEARER.matcher(authorization.get());
    if (!bearer.matches()) {
      return Optional.of(Response.named("malformed token"));
    }
    if (!token.equals(bearer.group(1))) {
      return Optional.of(
          Response.named(
              EDIT_AND_DELETE.contains(request.method())
                  ? "documented 401 of edit and delete"
                  : "documented 401"));
    }
    return Optional.empty();
  }
}
